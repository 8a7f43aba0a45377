import { excerpt } from './message.js'
import { html, useState, useWords } from './ui.js'

/** The box one writes in. `input` is a ref to the text area, so that a reply can move the focus there. */
export function Compose({ chat, draft, refusal, replyTo, input, onDraft, onSend, onLeaveReply }) {
  const t = useWords()
  const [empty, setEmpty] = useState(false)
  const problem = empty ? t('page-say-empty') : refusal && t('page-not-sent', { reason: refusal })
  const ids = { input: `${chat}-input`, help: `${chat}-help`, problem: `${chat}-problem` }

  function send(event) {
    event.preventDefault()
    setEmpty(draft.trim() === '')
    if (draft.trim() !== '') onSend(draft)
    input.current.focus()
  }

  function keyDown(event) {
    // While a Vietnamese keyboard is putting a syllable together, Enter belongs to it.
    if (event.isComposing) return
    if (event.key === 'Escape' && replyTo) onLeaveReply()
    if (event.key === 'Enter' && !event.shiftKey) send(event)
  }

  return html`
    <form class="compose" onSubmit=${send}>
      ${
        replyTo &&
        html`<div class="replying">
          <span>${t('page-reply-to', { text: excerpt(replyTo) })}</span>
          <button type="button" class="link" onClick=${onLeaveReply}>${t('page-reply-leave')}</button>
        </div>`
      }
      <div class="above">
        <label for=${ids.input}>${t(`page-input-${chat}`)}</label>
        <p class="help" id=${ids.help}>${t('page-input-help')}</p>
      </div>
      <div class="line">
        <textarea
          id=${ids.input}
          ref=${input}
          data-testid=${ids.input}
          rows="2"
          placeholder=${t(`page-input-example-${chat}`)}
          value=${draft}
          aria-describedby="${ids.help} ${ids.problem}"
          aria-invalid=${Boolean(problem)}
          onInput=${(event) => {
            setEmpty(false)
            onDraft(event.target.value)
          }}
          onKeyDown=${keyDown}
        ></textarea>
        <button type="submit" class="primary" data-testid="${chat}-send">${t('page-send')}</button>
      </div>
      <p class="problem" id=${ids.problem} role="alert">${problem}</p>
    </form>
  `
}
