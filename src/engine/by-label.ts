import { addressKey, type Choice, type Update } from '../chat.js'
import { fold, foldTone } from '../domain/fold.js'
import { isOpen } from '../domain/people/is-open.js'
import { readPress } from '../domain/press.js'
import { branchOfLane } from '../domain/record.js'
import { withoutCourtesy } from '../domain/without-courtesy.js'
import type { Payload } from '../store/entry.js'
import { numberedChoices, numberedRows } from '../store/numbers.js'
import type { Store } from '../store/store.js'
import { typedPress } from './typed-press.js'

const LONGEST = 60
/**
 * In private, where choices bear numbers, the words of one as its press ("Đúng ạ", "nhận lời"), where all choices that
 * read so mean the same. Not while a question is open: there they are its answer.
 */
export async function byLabel(store: Store, lane: string, payload: Payload): Promise<Payload> {
  if (payload.kind !== 'update' || !isBare(payload.update) || !lane.startsWith('branch:')) return payload
  const { update } = payload
  const said = withoutCourtesy(update.text)
  if (said === '') return payload
  const chat = addressKey(update.chat)
  const rows = (await numberedRows(store, chat, update.at)).filter((row) => row.lane === lane)
  const meant = rows.flatMap((row) =>
    numberedChoices(row.message)
      .filter((choice) => readsAs(choice, said) && readPress(choice.does) === null)
      .map(({ does }) => ({ does, row })),
  )
  if (new Set(meant.map(({ does }) => does)).size !== 1) return payload
  const dialogue = await store.get('dialogues', `${branchOfLane(lane)}:${addressKey(update.from)}`)
  if (isOpen(dialogue, update.at)) return payload
  return { ...payload, update: typedPress(update, meant[0]!.does, meant[0]!.row.sentIds.at(-1)) }
}

const isBare = (update: Update): update is Update & { kind: 'text' } =>
  update.kind === 'text' &&
  !update.group &&
  update.edited !== true &&
  update.forwarded !== true &&
  update.replyTo === undefined &&
  update.text.length <= LONGEST

/** Who types marks means them: "xin vâng" is not "Xin vắng". */
const readsAs = ({ label }: Choice, said: string): boolean =>
  fold(said) === said.toLowerCase() ? fold(label) === said.toLowerCase() : foldTone(label) === foldTone(said)
