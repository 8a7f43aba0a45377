import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, openPage, ready, startService } from '../support/service.js'
import { platformContract } from './contract.js'
import type { Abilities, Driver, Person, Shown } from './contract/driver.js'

const abilities: Abilities = {
  edit: true,
  filesOut: 'file',
  picturesOut: 'file',
  recordingsOut: 'file',
  documentsIn: 'none',
  mediaIn: 'none',
  stickersIn: 'none',
  corrections: false,
  echo: false,
  groupAnswers: 'named',
  window: false,
  longestSaying: 10_000,
}
platformContract('the web chat', abilities, openWebChat)

/** The page's own interface: what the browser calls, without the browser. */
async function openWebChat(): Promise<Driver> {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-contract-'))
  const PORT = String(await freePort())
  const service = startService({ PORT, DATA_DIR: join(folder, 'data') })
  await ready(service)
  const page = openPage(() => Number(PORT))
  // The clock moves only when all is quiet: the demo branch is founded and everybody linked.
  await page.advance('next')
  const nothing = (): Promise<never> => Promise.reject(new Error('the page cannot do this'))

  async function posted(path: string, body: string): Promise<number> {
    const headers = { 'content-type': 'application/json' }
    const { status } = await fetch(`http://127.0.0.1:${PORT}/api/${path}`, { method: 'POST', headers, body })
    return status
  }

  /** The page has no such thing; whoever makes a request of his own for it is refused. */
  async function unknownSaying(as: string, more: object): Promise<never> {
    const said = { id: randomUUID(), as, chat: 'private', text: 'x', ...more }
    throw new Error(`answered ${await posted('say', JSON.stringify(said))}`)
  }

  async function shownIn(chat: string): Promise<Shown[]> {
    const ofBot = (await page.messages(chat)).filter(({ author }) => author === 'bot')
    return ofBot.map(({ id, title, text, choices, attachment }) => ({
      id,
      text: [title, text].filter(Boolean).join('\n'),
      labels: choices.map(({ label }) => label),
      files: attachment ? [attachment] : [],
    }))
  }

  const person = (name: string): Person => ({
    async says(text) {
      const id = randomUUID()
      await page.say(name, text, { id })
      return { again: () => page.say(name, text, { id }), edit: nothing }
    },
    async presses(shown, label) {
      const choice = (await page.messages(name))
        .find(({ id }) => id === shown.id)
        ?.choices.find((one) => one.label === label)
      if (!choice) throw new Error(`no choice «${label}» under «${shown.text}»`)
      const id = randomUUID()
      const press = (): Promise<void> => page.forge(name, shown.id, choice.does, id)
      await press()
      return { again: press, edit: nothing }
    },
    sees: () => shownIn(name),
    sendsFile: (file) => unknownSaying(`web:${name}`, { file: { name: file.name } }),
    sendsPicture: () => unknownSaying(`web:${name}`, { photo: 'x' }),
    sendsVoice: () => unknownSaying(`web:${name}`, { voice: 'x' }),
    sendsSticker: () => unknownSaying(`web:${name}`, { sticker: 'x' }),
  })

  const odd = (path: string, body: string) => async (): Promise<void> => {
    const status = await posted(path, body)
    if (status < 400 || status >= 500) throw new Error(`answered ${status}`)
  }

  return {
    now: () => page.now(),
    person,
    group: {
      talks: (name, text) => page.say(name, text, { chat: 'group' }),
      addresses: (name, line) => page.say(name, line, { chat: 'group' }),
      answers: (name, shown, text) => page.say(name, text, { chat: 'group', replyTo: shown.id }),
      sees: () => shownIn('group'),
    },
    // Whoever opens the page sees what was said to him.
    refusals: [],
    opens: nothing,
    echo: () => unknownSaying('bot', {}),
    oddities: {
      'broken JSON': odd('say', '{"id":'),
      'a saying without words': odd('say', JSON.stringify({ id: randomUUID(), as: 'web:m11', chat: 'private' })),
      'a kind of its own': odd('say', JSON.stringify({ id: randomUUID(), as: 'web:m11', sticker: 'x' })),
      'a press on nothing': odd(
        'press',
        JSON.stringify({ id: randomUUID(), as: 'web:m11', chat: 'private', data: 'x' }),
      ),
    },
    log: () => service.log(),
    async stop() {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
