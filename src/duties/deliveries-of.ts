import { deliveryList, type DeliveryList } from '../domain/delivery-list.js'
import type { Member } from '../domain/people/member.js'
import type { Ctx } from '../engine/command.js'
import type { Delivery } from '../store/delivery.js'

/** What came of the notice or draft whose rows bear `key`, as it stands, and those rows. */
export async function deliveriesOf(ctx: Ctx, key: string): Promise<DeliveryList<Member> & { rows: Delivery[] }> {
  const [rows, members] = await Promise.all([ctx.rows(key), ctx.members()])
  const calls = await ctx.find('calls', { lane: ctx.lane, subject: key })
  return { ...deliveryList({ key, rows, members, calls }), rows }
}
