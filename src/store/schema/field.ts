import { Schema } from 'mongoose'

/** One field of a collection's schema, as mongoose takes it. */
export type Field = { type: unknown; [option: string]: unknown }

export const schemaOptions = { id: false, strict: 'throw', minimize: false, versionKey: false } as const

/** mongoose turns '5' into 5 and back without a word; here a value of another type is a mistake of ours and is refused. */
const only = (type: 'string' | 'number' | 'boolean') => (value: unknown) => {
  if (value === null || value === undefined || typeof value === type) return value
  throw new TypeError(`not a ${type}`)
}

const { Types } = Schema
Types.String.cast(only('string'))
Types.Number.cast(only('number'))
Types.Boolean.cast(only('boolean'))
/** An empty text is a value. */
Types.String.checkRequired((value: unknown) => typeof value === 'string')
const listTypes = [Types.Array, Types.DocumentArray] as unknown as { options: { castNonArrays: boolean } }[]
for (const type of listTypes) type.options.castNonArrays = false

export const text: Field = { type: String, required: true }
export const maybeText: Field = { type: String, default: null }
export const number: Field = { type: Number, required: true }
export const maybeNumber: Field = { type: Number, default: null }
export const flag: Field = { type: Boolean, required: true }
/** Free JSON that is there, and free JSON or null. */
export const json: Field = { type: Types.Mixed, required: true }
export const maybeJson: Field = { type: Types.Mixed, default: null }

export const oneOf = (...values: readonly (string | number)[]): Field => ({
  type: typeof values[0] === 'number' ? Number : String,
  enum: { values, message: '`{VALUE}` is none of the values of `{PATH}`' },
  required: true,
})

/** An object with declared fields. */
const shape = (fields: Record<string, Field>) => new Schema(fields, { ...schemaOptions, _id: false })

export const part = (fields: Record<string, Field>): Field => ({ type: shape(fields), required: true })
export const maybePart = (fields: Record<string, Field>): Field => ({ type: shape(fields), default: null })

/** An array, empty or not, of texts or of objects with declared fields. */
export const list = (of: Record<string, Field> | StringConstructor): Field => ({
  type: [of === String ? String : shape(of as Record<string, Field>)],
  required: true,
  default: undefined,
  validate: {
    validator: (items: unknown[]) => items.every((item) => item !== null && item !== undefined),
    message: '`{PATH}` has an empty place',
  },
})
