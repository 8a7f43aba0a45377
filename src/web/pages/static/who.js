import { html, useWords } from './ui.js'

/** Names a person in the list of roles one can play: a member without an account has only a telephone. */
export const personKey = (member) => member.account ?? `phone:${member.place}`

export function Who({ members, chosen, onChoose }) {
  const t = useWords()
  return html`
    <section class="card who">
      <label for="who">${t('page-who')}</label>
      <select
        id="who"
        data-testid="who"
        aria-describedby="who-help"
        value=${chosen}
        onChange=${(event) => onChoose(event.target.value)}
      >
        ${members.map((member) => html`<option value=${personKey(member)}>${labelOf(t, member)}</option>`)}
      </select>
      <p class="help" id="who-help">${t('page-who-help')}</p>
    </section>
  `
}

function labelOf(t, { name, account, roles }) {
  if (account === null) return t('page-who-phone', { name })
  if (roles.length === 0) return name
  return t('page-who-with-role', { name, roles: roles.map((role) => t(`page-role-${role}`)).join(', ') })
}
