import { html, useEffect, useState, useWords } from './ui.js'

const narrow = matchMedia('(max-width: 47rem)')

function useNarrow() {
  const [is, setIs] = useState(narrow.matches)
  useEffect(() => {
    const changed = () => setIs(narrow.matches)
    narrow.addEventListener('change', changed)
    return () => narrow.removeEventListener('change', changed)
  }, [])
  return is
}

/** Side by side where there is room, else behind tabs. Panels are `{id, title, latest, content}`; a tab whose `latest` grew unseen since all was `loaded` says so. */
export function Panels({ panels, loaded }) {
  const t = useWords()
  const tabs = useNarrow()
  const [chosen, setChosen] = useState('private')
  const [seen, setSeen] = useState({})
  const open = panels.some(({ id }) => id === chosen) ? chosen : panels[0].id
  const latest = panels.find(({ id }) => id === open).latest

  useEffect(() => setSeen(Object.fromEntries(panels.map((panel) => [panel.id, panel.latest]))), [loaded])
  useEffect(() => setSeen((all) => ({ ...all, [open]: latest })), [open, latest])

  function keyDown(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const index = panels.findIndex(({ id }) => id === open)
    const { id } = panels[(index + step + panels.length) % panels.length]
    setChosen(id)
    document.getElementById(`tab-${id}`).focus()
  }

  return html`
    ${
      tabs &&
      html`<div class="tabs" role="tablist" aria-label=${t('page-chats')} onKeyDown=${keyDown}>
        ${panels.map(
          ({ id, title, latest }) =>
            html`<button
              type="button"
              role="tab"
              id="tab-${id}"
              aria-controls="panel-${id}"
              aria-selected=${id === open}
              tabindex=${id === open ? 0 : -1}
              onClick=${() => setChosen(id)}
            >
              ${title}${id !== open && latest > (seen[id] ?? 0) && html`<span class="unread"><span class="hidden">, ${t('page-tab-unread')}</span></span>`}
            </button>`,
        )}
      </div>`
    }
    <div class="panels panels-${panels.length}">
      ${panels.map(
        ({ id, content }) =>
          html`<section
            key=${id}
            id="panel-${id}"
            class="card panel panel-${id}"
            hidden=${tabs && id !== open}
            role=${tabs ? 'tabpanel' : undefined}
            aria-labelledby=${tabs ? `tab-${id}` : `${id}-heading`}
          >
            ${content}
          </section>`,
      )}
    </div>
  `
}
