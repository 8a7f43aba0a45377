import { addressKey, type Address } from '../../src/chat.js'
import { bareNumber } from '../../src/domain/bare-number.js'
import { fold } from '../../src/domain/fold.js'
import { hasRight } from '../../src/domain/people/rights.js'
import type { Member } from '../../src/domain/people/member.js'
import type { Answers, Ctx, Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { memberOf } from '../thanhvien/which-member.js'

/** Whose channels: his own where nobody is named; another's are the secretary's business. */
export const whose: Question = {
  words: 'kenh-ask-whose',
  read: (_ctx, text) => ({ value: text }),
  given: ({ actor }) => actor!.key,
}

export const whichChannel: Question = {
  words: 'kenh-ask-which',
  async read(ctx, text, given) {
    const { accounts } = await ownerOf(ctx, given)
    const exact = accounts.filter((own) => addressKey(own) === text.trim())
    const [address, another] = exact.length > 0 ? exact : byWord(accounts, text)
    if (another) return { again: 'kenh-which-several', args: { typed: text.trim() } }
    return address ? { value: addressKey(address) } : { again: 'kenh-which-none' }
  },
  async choices(ctx, given) {
    const { accounts } = await ownerOf(ctx, given)
    return accounts.map((address) => ({
      label: ctx.t('kenh-name', { channel: address.channel }),
      value: addressKey(address),
    }))
  },
}

/** `m06 telegram:5`, as the secretary's buttons say it; anything else names a channel of one's own. */
export function inlineChannel(_ctx: Ctx, line: string): Answers {
  const [first = '', ...rest] = line.split(/\s+/u)
  if (/^m\d+$/u.test(first)) return { whose: first, ...(rest.length > 0 && { channel: rest.join(' ') }) }
  return line === '' ? {} : { channel: line }
}

export async function ownerOf(ctx: Ctx, { whose: key }: Answers): Promise<Member> {
  if (key === ctx.actor!.key) return ctx.actor!
  if (!hasRight(ctx.actor!, 'secretary')) throw new Refusal('engine-no-right')
  return memberOf(ctx, key!)
}

/** By its place in his list, or by its name: several where he has several of that name. */
function byWord(accounts: Address[], text: string): Address[] {
  const number = bareNumber(text)
  if (number !== null) return accounts.slice(number - 1, number)
  const word = fold(text).replaceAll(/[\s-]/gu, '')
  return word === '' ? [] : accounts.filter(({ channel }) => channel.replace('-', '').startsWith(word))
}
