import type { mongo } from 'mongoose'
import type { Query } from '../query.js'
import type { Value } from '../store.js'

type Filter = mongo.Filter<{ _id: string; [field: string]: unknown }>

export const keyOf = (fields: readonly string[], direction: 1 | -1): Record<string, 1 | -1> =>
  Object.fromEntries(fields.map((field) => [field, direction]))

export const hintFor = ({ index }: Query): string => (index[0] === '_id' ? '_id_' : index.join('_'))

export const filterOf = (expected: Value | Value[]): unknown => (Array.isArray(expected) ? { $in: expected } : expected)

export function filterFor({ equal, among, range }: Query): Filter {
  const filter: Record<string, unknown> = {}
  for (const { field, value } of equal) filter[field] = value
  for (const { field, values } of among) filter[field] = { $in: values }
  if (range) {
    const { field, ...bounds } = range
    filter[field] = Object.fromEntries(Object.entries(bounds).map(([bound, value]) => [`$${bound}`, value]))
  }
  return filter
}
