import { Compose } from './compose.js'
import { draftKey } from './mailbox.js'
import { Message } from './message.js'
import { html, useLayoutEffect, useMemo, useRef, useState, useWords } from './ui.js'

const shownAtFirst = 150
const nearEnd = 80

/** One chat: what was said in it, and the box to say something. `chat` is 'group' or 'private'. */
export function Chat({ chat, chatKey, title, account, messages, loaded, language, mailbox }) {
  const t = useWords()
  const log = useRef()
  const input = useRef()
  const [replyTo, setReplyTo] = useState(null)
  const [count, setCount] = useState(shownAtFirst)
  const [atEnd, setAtEnd] = useState(true)

  const said = useMemo(() => inOrder(messages, chatKey), [messages, chatKey])
  const mine = mailbox.items.filter((item) => item.as === account && item.chat === chat)
  const waiting = mine.filter((item) => item.kind === 'say' && !item.refused && !messages[`in:${item.id}`])
  const pressing = Object.fromEntries(
    mine.filter((item) => item.kind === 'press' && !item.answered).map((item) => [item.messageId, item.data]),
  )
  const key = draftKey(account, chat)
  const newest = `${said.length}:${said.at(-1)?.n}:${waiting.length}:${loaded}:${replyTo?.id}`

  const toEnd = () => {
    log.current.scrollTop = log.current.scrollHeight
  }
  useLayoutEffect(() => {
    if (atEnd) toEnd()
  }, [newest])

  function scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = log.current
    // Nothing can be read off a panel that is hidden behind another tab.
    if (clientHeight > 0) setAtEnd(scrollHeight - scrollTop - clientHeight < nearEnd)
  }

  function send(text) {
    mailbox.say({ as: account, chat, text, replyTo: replyTo?.id })
    setReplyTo(null)
    setAtEnd(true)
  }

  function reply(message) {
    setReplyTo(message)
    input.current.focus()
  }

  const heading = `${chat}-heading`
  const shown = said.slice(-count)
  return html`
    <div class="chat">
      <h2 id=${heading}>${title}</h2>
      <div class="frame">
        <div
          class="log"
          ref=${log}
          role="log"
          tabindex="0"
          aria-labelledby=${heading}
          aria-busy=${!loaded}
          data-testid="${chat}-log"
          onScroll=${scrolled}
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
                  onPress=${({ id }, { does }) => mailbox.press({ as: account, chat, messageId: id, data: does })}
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
        ${!atEnd && html`<button type="button" class="newest" onClick=${toEnd}>${t('page-log-newest')}</button>`}
      </div>
      <${Compose}
        chat=${chat}
        label=${t(`page-input-${chat}`)}
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

const pendingMessage = ({ id, as, text, replyTo, retried }) => ({
  id: `in:${id}`,
  author: as,
  text,
  replyTo,
  choices: [],
  pending: retried ? 'page-sending-again' : 'page-sending',
})
