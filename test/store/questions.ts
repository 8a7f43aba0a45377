import { collectionNames, declarations, scalarType } from '../../src/store/collections.js'
import type { CollectionName, FindOptions, Value, Where } from '../../src/store/store.js'

export interface Question {
  collection: CollectionName
  where: Where
  options: FindOptions
}

const values = { string: 'x', number: 5, boolean: true }
const valueOf = (collection: CollectionName, field: string): Value => values[scalarType(collection, field)!]

/** For every declared index: equality on each prefix of it alone, with null, with a list, with a range, with a sort either way. */
export const questions = (): Question[] =>
  collectionNames.flatMap((collection) =>
    [...declarations[collection].indexes, ['_id']].flatMap((fields) =>
      fields.flatMap((next, length) => {
        const prefix: Where = Object.fromEntries(
          fields.slice(0, length).map((field) => [field, valueOf(collection, field)]),
        )
        const value = valueOf(collection, next)
        const wheres: Where[] = [
          { [next]: value },
          ...(next === '_id' ? [] : [{ [next]: null }]),
          { [next]: { in: [value, value, value] } },
        ]
        const ranges: Where[] =
          value === true ? [] : [{ [next]: { gt: value } }, { [next]: { gte: value, lt: value } }, {}]
        return [
          ...wheres.map((where) => ({ collection, where: { ...prefix, ...where }, options: {} })),
          ...ranges.flatMap((where) =>
            [false, true].map((descending) => ({
              collection,
              where: { ...prefix, ...where },
              options: { sort: { field: next, descending }, limit: 3 },
            })),
          ),
        ]
      }),
    ),
  )
