import { post } from './net.js'
import { dateInWords } from './time.js'
import { html, useState, useWords } from './ui.js'

/** The domain clock and the buttons that let it run. `clock` is `{now, running}`. */
export function ClockPanel({ clock }) {
  const t = useWords()
  const [asked, setAsked] = useState(false)
  const [outcome, setOutcome] = useState('')
  const running = asked || clock.running !== null
  const date = dateInWords(t, clock.now)
  const said = running ? t('page-advance-running') : outcome

  async function advance(to) {
    if (running) return
    setAsked(true)
    setOutcome('')
    try {
      setOutcome(inWords(t, to === 'next' ? await toNextMessage() : await post('/api/advance', { to })))
    } catch (error) {
      // `fetch` throws a TypeError where no answer came at all.
      setOutcome(error instanceof TypeError ? t('page-advance-lost') : error.message)
    }
    setAsked(false)
  }

  return html`
    <section class="card clock" aria-labelledby="clock-heading">
      <h2 class="hidden" id="clock-heading">${t('page-clock')}</h2>
      <p class="now">
        <span class="label">${t('page-clock-now')}</span>${' '}
        <time data-testid="clock" data-now=${clock.now} datetime=${new Date(clock.now).toISOString()}>${date}</time>
      </p>
      <div class="buttons" role="group" aria-labelledby="clock-heading" aria-describedby="clock-help">
        ${['next', 'day', 'month'].map(
          (to) =>
            html`<button
              type="button"
              class=${to === 'next' ? 'primary' : ''}
              data-testid="advance-${to}"
              aria-disabled=${running}
              onClick=${() => advance(to)}
            >
              ${t(`page-advance-${to}`)}
            </button>`,
        )}
      </div>
      <div class="notes">
        <p class=${said ? 'hidden' : 'help'} id="clock-help">${t('page-clock-help')}</p>
        <p class="status" role="status">${said}</p>
      </div>
    </section>
  `
}

/** Nothing to be seen happens at many a moment: a window closes, a question lapses. */
const mostSilentMoments = 40

async function toNextMessage() {
  for (let moments = 1; ; moments++) {
    const outcome = await post('/api/advance', { to: 'next' })
    const { steps, reached } = outcome
    if (steps === 0 || reached.group || reached.names.length > 0 || moments === mostSilentMoments) return outcome
  }
}

const mostNames = 3

function inWords(t, { now, steps, reached: { group, names } }) {
  const date = dateInWords(t, now)
  const members = names.length > mostNames ? [t('page-advance-members', { count: names.length })] : names
  const who = [...(group ? [t('page-group')] : []), ...members]
  if (who.length > 0) return t('page-advance-done', { date, who: who.join(', ') })
  return t(steps === 0 ? 'page-advance-nothing' : 'page-advance-silent', { date })
}
