import { Schema } from 'mongoose'
import type { Owned, Timed } from '../../domain/record.js'
import { flag, maybeNumber, number, schemaOptions, text, type Field } from './field.js'
import type { CollectionName, Collections, DocumentName } from '../store.js'

export interface Declaration {
  schema: Schema
  /** Fields of each index in order; `_id` is one of its own everywhere. The first that fits a query is taken. */
  indexes: readonly (readonly string[])[]
  /** Whether what lies in it bears the number of the schema it was written under; `hidden`: outside the store nobody sees it. */
  numbered: 'never' | 'shown' | 'hidden'
}

type Fields<C extends CollectionName, Given = never> = Record<Exclude<keyof Collections[C], Given>, Field>
type Indexes<C extends CollectionName> = (keyof Collections[C] & string)[][]

export function declare<C extends CollectionName>(fields: Fields<C>, indexes: Indexes<C>): Declaration {
  // `schema` is a field of two collections, and a name mongoose warns of: see checked.ts.
  const options = { ...schemaOptions, autoIndex: false, autoCreate: false, suppressReservedKeysWarning: true }
  return { schema: new Schema(fields, options), indexes, numbered: 'schema' in fields ? 'shown' : 'never' }
}

/** Documents of a lane. */
export const owned = <C extends DocumentName>(fields: Fields<C, keyof Owned>, indexes: Indexes<C>): Declaration => ({
  ...declare<C>(
    { _id: text, lane: text, version: number, by: text, gone: flag, schema: number, ...fields } as Fields<C>,
    indexes,
  ),
  numbered: 'hidden',
})

/** Documents with a future duty are found by the tick. */
export const timed = <C extends TimedName>(fields: Fields<C, keyof Timed>, indexes: Indexes<C>) =>
  owned<C>({ nextAt: maybeNumber, ...fields } as Fields<C, keyof Owned>, [...indexes, ['nextAt'] as Indexes<C>[number]])

/** Collections whose documents carry `nextAt`. */
export type TimedName = {
  [C in DocumentName]: Collections[C] extends Timed ? C : never
}[DocumentName]
