import { openDesk } from '../../cli/desk.js'
import { startZaloBot } from '../../emulators/zalo-bot/start-zalo-bot.js'
import { connectedBranch } from '../../support/connected-branch.js'
import { freePort, ready, startService } from '../../support/service.js'
import type { Abilities, Done, Driver, Person, Shown } from '../contract.js'
import { createDevices } from '../devices.js'
import { numberedLabels, numberOf } from '../numbered-labels.js'

export const abilities: Abilities = {
  edit: false,
  files: false,
  takesFiles: false,
  corrections: false,
  echo: true,
  longestSaying: 2000,
}

const token = '1234567890123456789:contract-contract'
const publicUrl = 'https://bot.chibo.example'

/** The Bot API over HTTP, from the emulator. */
export async function openZaloBot(mode: 'polling' | 'webhook'): Promise<Driver> {
  const zalo = await startZaloBot({ token })
  const desk = await openDesk()
  const devices = createDevices((name) => zalo.person(name))
  const device = devices.of

  await connectedBranch(desk, { channel: 'zalo-bot', account: (member) => device(member).id })
  for (const one of devices.all()) one.knows()
  const port = await freePort()
  zalo.proxy(publicUrl, `http://127.0.0.1:${port}`)
  const service = startService({
    PORT: String(port),
    DATA_DIR: desk.config.dataDir,
    ZALO_BOT_TOKEN: token,
    ZALO_BOT_API_ROOT: zalo.url,
    ...(mode === 'webhook' && { PUBLIC_URL: publicUrl, ZALO_BOT_WEBHOOK_SECRET: 'webhook-secret-of-tests' }),
  })
  await ready(service)

  const nothing = (): Promise<never> => Promise.reject(new Error('Zalo Bot cannot do this'))
  const said = (messageId: string): Done => ({ again: () => Promise.resolve(zalo.again(messageId)), edit: nothing })

  const person = (name: string): Person => ({
    says: (text) => Promise.resolve(said(device(name).says(text))),
    presses: (shown, label) => Promise.resolve(said(device(name).says(numberOf(shown.text, label)))),
    sees: () =>
      Promise.resolve(
        device(name)
          .sees()
          .map(({ messageId, text }): Shown => {
            return { id: messageId, text, labels: numberedLabels(text).map(({ label }) => label), files: [] }
          }),
      ),
    sendsFile: nothing,
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
    echo: (to) => Promise.resolve(zalo.echo(device(to).sees().at(-1)!)),
    oddities: {
      'a sticker': () => Promise.resolve(void device('m11').sendsSticker()),
      'a file, of which nothing is shown': () => Promise.resolve(void device('m11').sendsUnsupported()),
      'an event without a message': odd({ event_name: 'message.unsupported.received' }),
      'an event nobody knows': odd({ event_name: 'user.brand.new', message: { ...bare, message_id: 'odd-1' } }),
      'a message without a sender': odd({ event_name: 'message.text.received', message: { text: 'x', chat } }),
      'a group it may not be in': odd({
        event_name: 'message.text.received',
        message: { ...bare, message_id: 'odd-2', chat: { id: 'g1', chat_type: 'GROUP' }, text: '/lichhop' },
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
