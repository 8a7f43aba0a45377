import { openDesk } from '../../cli/desk.js'
import type { Post } from '../../emulators/zalo-bot/world.js'
import { startZaloBot } from '../../emulators/zalo-bot/start-zalo-bot.js'
import { connectedBranch } from '../../support/connected-branch.js'
import { aacFile } from '../../support/sample-files.js'
import { freePort, ready, startService } from '../../support/service.js'
import type { Abilities, Done, Driver, Person, Shown } from '../contract/driver.js'
import { createDevices } from '../devices.js'
import { numberedLabels, numberOf } from '../numbered-labels.js'

export const abilitiesBy = (mode: 'polling' | 'webhook'): Abilities => ({
  edit: false,
  // Without an address of ours there is nothing a link could lead to.
  filesOut: mode === 'webhook' ? 'link' : 'name',
  picturesOut: mode === 'webhook' ? 'file' : 'name',
  recordingsOut: mode === 'webhook' ? 'link' : 'name',
  documentsIn: 'unshown',
  mediaIn: 'file',
  stickersIn: 'shown',
  corrections: false,
  echo: true,
  groupAnswers: 'unnamed',
  window: false,
  longestSaying: 2000,
})

const token = '1234567890123456789:contract-contract'
const publicUrl = 'https://bot.chibo.example'

/** The Bot API over HTTP, from the emulator. */
export async function openZaloBot(mode: 'polling' | 'webhook'): Promise<Driver> {
  const zalo = await startZaloBot({ token, canJoinGroups: true })
  const desk = await openDesk()
  const devices = createDevices((name) => zalo.person(name))
  const device = devices.of
  const group = zalo.group()

  await connectedBranch(desk, {
    channel: 'zalo-bot',
    account: (member) => device(member).id,
    second: { m10: device('m10 again').id },
    group: group.id,
  })
  for (const one of devices.all()) one.knows()
  const port = await freePort()
  const local = `http://127.0.0.1:${port}`
  zalo.proxy(publicUrl, local)
  const service = startService({
    PORT: String(port),
    DATA_DIR: desk.config.dataDir,
    ZALO_BOT_TOKEN: token,
    ZALO_BOT_API_ROOT: zalo.url,
    ...(mode === 'webhook' && {
      PUBLIC_URL: publicUrl,
      ZALO_BOT_WEBHOOK_SECRET: 'webhook-secret-of-tests',
    }),
  })
  await ready(service)

  const nothing = (): Promise<never> => Promise.reject(new Error('Zalo Bot cannot do this'))
  const said = (messageId: string): Promise<Done> =>
    Promise.resolve({ again: () => Promise.resolve(zalo.again(messageId)), edit: nothing })
  const shown = (posts: Post[]): Promise<Shown[]> =>
    Promise.resolve(
      posts.map(({ messageId, text, photo }) => ({
        id: messageId,
        text,
        labels: numberedLabels(text).map(({ label }) => label),
        files: photo ? [{ name: photo.url, size: photo.size }] : [],
      })),
    )

  const person = (name: string): Person => ({
    says: (text) => said(device(name).says(text)),
    presses: (message, label) => said(device(name).says(numberOf(message.text, label))),
    sees: () => shown(device(name).sees()),
    sendsFile: () => said(device(name).sendsUnsupported()),
    sendsPicture: (bytes, caption) => said(device(name).sendsPhoto(zalo.host({ bytes, mime: 'image/jpeg' }), caption)),
    sendsVoice: () => said(device(name).sendsVoice(zalo.host({ bytes: aacFile(), mime: 'audio/aac' }))),
    sendsSticker: () => said(device(name).sendsSticker()),
  })

  const odd = (update: Record<string, unknown>) => async (): Promise<void> => {
    zalo.bring(update)
    await zalo.until(() => zalo.waiting() === 0, 20_000)
  }
  const stranger = { id: '6900000000000000001', display_name: 'An', is_bot: false }
  const chat = { id: stranger.id, chat_type: 'PRIVATE' }
  const bare = { from: stranger, chat, date: Date.now() }

  return {
    now: () => Promise.resolve(Date.now()),
    person,
    group: {
      talks: (name, text) => Promise.resolve(void device(name).saysIn(group, text)),
      // Where its name ends the platform does not tell, with a slash or without.
      addresses(name, line) {
        const words = mode === 'webhook' ? line.slice(1) : line
        return Promise.resolve(void device(name).saysIn(group, `@${zalo.bot.display_name} ${words}`))
      },
      answers: (name, { id }, text) =>
        Promise.resolve(
          void device(name).quotesIn(
            group,
            zalo.posts.find(({ messageId }) => messageId === id)!,
            text,
          ),
        ),
      sees: () => shown(zalo.seenIn(group)),
    },
    refusals: [
      {
        how: 'the bot may write to him no more',
        reason: /kênh từ chối tin này/u,
        happens: (name) => Promise.resolve(device(name).blocks()),
        ends: (name) => Promise.resolve(device(name).knows()),
      },
    ],
    opens: async (link) => new Uint8Array(await (await fetch(`${local}${new URL(link).pathname}/file`)).arrayBuffer()),
    echo: (to) => Promise.resolve(zalo.echo(device(to).sees().at(-1)!)),
    oddities: {
      'a sticker': () => Promise.resolve(void device('m11').sendsSticker()),
      'a file, of which nothing is shown': () => Promise.resolve(void device('m11').sendsUnsupported()),
      'an event without a message': odd({ event_name: 'message.unsupported.received' }),
      'an event nobody knows': odd({ event_name: 'user.brand.new', message: { ...bare, message_id: 'odd-1' } }),
      'a message without a sender': odd({ event_name: 'message.text.received', message: { text: 'x', chat } }),
      'a group of nobody': odd({
        event_name: 'message.text.received',
        message: { ...bare, message_id: 'odd-2', chat: { id: 'g1', chat_type: 'GROUP' }, text: '/lichhop' },
      }),
      'a kind of chat nobody knows': odd({
        event_name: 'message.text.received',
        message: { ...bare, message_id: 'odd-3', chat: { id: 'g2', chat_type: 'COMMUNITY' }, text: 'x' },
      }),
      'the probe': odd({ event_name: 'webhook.test', message: { message_id: 'webhook-test', text: 'OK?' } }),
      'no event': odd({ hello: 'world' }),
    },
    log: () => service.log(),
    async stop() {
      await service.stop()
      await zalo.close()
      await desk.clear()
    },
  }
}
