import { Compose } from './compose.js'
import { draftKey } from './mailbox.js'
import { Message } from './message.js'
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState, useWords } from './ui.js'

const shownAtFirst = 150
/** Fewer pixels than this of a message are not seen. */
const inView = 48
const margin = 10

/** One chat: what was said in it, and the box to say something. `chat` is 'group' or 'private'. */
export function Chat({ chat, chatKey, title, seenBy, account, messages, loaded, language, mailbox }) {
  const t = useWords()
  const log = useRef()
  const input = useRef()
  const [replyTo, setReplyTo] = useState(null)
  const [count, setCount] = useState(shownAtFirst)
  // What one would have to scroll down for: nothing, the rest of the newest message, or all of it.
  const [below, setBelow] = useState(null)
  const follows = useRef(true)
  follows.current = below !== 'newest'

  const said = useMemo(() => inOrder(messages, chatKey), [messages, chatKey])
  const mine = mailbox.items.filter((item) => item.as === account && item.chat === chat)
  const waiting = mine.filter((item) => item.kind === 'say' && !item.refused && !messages[`in:${item.id}`])
  const pressing = Object.fromEntries(
    mine.filter((item) => item.kind === 'press' && !item.answered).map((item) => [item.messageId, item.data]),
  )
  // What this reader pressed last of each message: the message may keep its buttons for good.
  const pressed = Object.fromEntries(
    mine.filter((item) => item.kind === 'press' && !item.refused).map((item) => [item.messageId, item.data]),
  )
  const key = draftKey(account, chat)
  const newest = `${said.length}:${said.at(-1)?.n}:${waiting.length}:${loaded}:${replyTo?.id}`

  function look() {
    const { scrollHeight, scrollTop, clientHeight } = log.current
    // Nothing can be read off a panel that is hidden behind another tab.
    if (clientHeight === 0) return
    const seenTo = scrollTop + clientHeight
    if (beginningOfNewest(log.current) > seenTo - inView) setBelow('newest')
    else setBelow(scrollHeight - seenTo > inView ? 'more' : null)
  }

  // A notice may be longer than the log is high, and is read from its beginning.
  function toNewest() {
    const { scrollHeight, clientHeight } = log.current
    log.current.scrollTop = Math.min(scrollHeight - clientHeight, beginningOfNewest(log.current))
    look()
  }

  function readOn() {
    if (below === 'newest') toNewest()
    else log.current.scrollTop = log.current.scrollHeight
    log.current.focus({ preventScroll: true })
  }

  useLayoutEffect(() => {
    if (follows.current) toNewest()
    else look()
  }, [newest])

  // A panel comes out from behind its tab, or the box below it grows.
  useEffect(() => {
    const observer = new ResizeObserver(() => follows.current && toNewest())
    observer.observe(log.current)
    return () => observer.disconnect()
  }, [])

  function send(text) {
    mailbox.say({ as: account, chat, text, replyTo: replyTo?.id })
    setReplyTo(null)
    setBelow(null)
  }

  function press({ id }, { does }) {
    mailbox.press({ as: account, chat, messageId: id, data: does })
    setBelow(null)
  }

  function reply(message) {
    setReplyTo(message)
    input.current.focus()
  }

  const heading = `${chat}-heading`
  const shown = said.slice(-count)
  return html`
    <div class="chat">
      <div class="heading">
        <h2 id=${heading}>${title}</h2>
        <p class="help">${seenBy}</p>
      </div>
      <div class="frame">
        <div
          class="log"
          ref=${log}
          role="log"
          tabindex="0"
          aria-labelledby=${heading}
          aria-busy=${!loaded}
          data-testid="${chat}-log"
          onScroll=${look}
        >
          ${loaded && said.length + waiting.length === 0 && html`<p class="empty">${t(`page-log-empty-${chat}`)}</p>`}
          ${
            said.length > count &&
            html`<button type="button" class="link older" onClick=${() => setCount(count + shownAtFirst)}>
              ${t('page-log-older')}
            </button>`
          }
          <ol>
            ${shown.map(
              (message) =>
                html`<${Message}
                  key=${message.id}
                  message=${message}
                  account=${account}
                  answered=${messages[message.replyTo]}
                  language=${language}
                  pressing=${pressing[message.id]}
                  pressed=${pressed[message.id]}
                  onPress=${press}
                  onReply=${reply}
                />`,
            )}
            ${waiting.map(
              (item) =>
                html`<${Message}
                  key=${`in:${item.id}`}
                  message=${pendingMessage(item)}
                  account=${account}
                  language=${language}
                  answered=${messages[item.replyTo]}
                />`,
            )}
          </ol>
        </div>
        ${below && html`<button type="button" class="newest" onClick=${readOn}>${t(`page-log-${below}`)}</button>`}
      </div>
      <${Compose}
        chat=${chat}
        draft=${mailbox.drafts[key] ?? ''}
        refusal=${mailbox.refusals[key]}
        replyTo=${replyTo}
        input=${input}
        onDraft=${(text) => mailbox.setDraft(key, text)}
        onSend=${send}
        onLeaveReply=${() => {
          setReplyTo(null)
          input.current.focus()
        }}
      />
    </div>
  `
}

const inOrder = (messages, chatKey) =>
  Object.values(messages)
    .filter(({ chat }) => chat === chatKey)
    .sort((a, b) => a.first - b.first)

const beginningOfNewest = (log) => (log.querySelector('ol > li:last-child')?.offsetTop ?? 0) - margin

const pendingMessage = ({ id, as, text, replyTo, retried }) => ({
  id: `in:${id}`,
  author: as,
  text,
  replyTo,
  choices: [],
  pending: retried ? 'page-sending-again' : 'page-sending',
})
