import { ApiFailure } from './failure.js'
import type { Route } from './call.js'
import { newId, type Group, type World } from './world.js'

type Ids = 'members' | 'admins' | 'pending'

/** Each call on a group: the OA has to be in it, and what was paid for it must not have lapsed. */
export function groupOf(world: World, given: Record<string, unknown>): { id: string; group: Group } {
  if (!world.groupsAllowed) throw new ApiFailure(-224, 'the package of this OA has no groups')
  const id = String(given['group_id'])
  const group = world.groups.get(id)
  if (!group) throw new ApiFailure(-403, 'OA is not in the group')
  if (world.assets.get(group.asset)!.until < world.now()) throw new ApiFailure(-237, 'group has been disabled')
  return { id, group }
}

function idsOf(given: Record<string, unknown>, name: string): string[] {
  const ids = given[name]
  if (!Array.isArray(ids) || ids.length === 0) throw new ApiFailure(-201, `${name} is invalid`)
  return ids as string[]
}

function told(id: string, { name, asset, members }: Group): object {
  const group_info = { group_id: id, name, group_link: `https://zalo.me/g/${id}`, total_member: members.size }
  return { group_info, asset_info: { asset_id: asset } }
}

/** Moves ids from some lists to others. */
const moves =
  (field: string, from: Ids[], to: Ids[]): Route =>
  (world, { json }) => {
    const { group } = groupOf(world, json)
    for (const id of idsOf(json, field)) {
      for (const list of from) group[list].delete(id)
      for (const list of to) group[list].add(id)
    }
    return {}
  }

const lists =
  (list: Ids): Route =>
  (world, { query }) => {
    const { group } = groupOf(world, query)
    const names = [...group[list]].map((id) => ({ user_id: id, name: world.people.get(id)?.name ?? '' }))
    return { total: names.length, members: names }
  }

function takeAsset(world: World, id: unknown, group: string): string {
  const asset = typeof id === 'string' ? world.assets.get(id) : undefined
  if (!asset || asset.until < world.now()) throw new ApiFailure(-238, 'asset is invalid')
  if (asset.group !== null) throw new ApiFailure(-241, 'asset is used already')
  asset.group = group
  return String(id)
}

/** The calls of groups which the OA itself makes and pays for. Which of GET and POST each takes is, for most, this emulator's choice. */
export const groupRoutes: Record<string, Route> = {
  'POST /v3.0/oa/quota/group': (world, { json }) => {
    if (json['quota_owner'] !== 'OA') throw new ApiFailure(-201, 'quota_owner is invalid')
    const free = [...world.assets].filter(([, { until, group }]) => until >= world.now() && group === null)
    return free.map(([asset_id, { until }]) => ({ asset_id, product_type: json['product_type'], valid_through: String(until) })) // prettier-ignore
  },

  'POST /v3.0/oa/group/creategroupwithoa': (world, { json }) => {
    if (!world.groupsAllowed) throw new ApiFailure(-224, 'the package of this OA has no groups')
    const members = idsOf(json, 'member_user_ids')
    if (members.length > 99) throw new ApiFailure(-201, 'member_user_ids is invalid')
    // Only who follows, or has spoken in the last seven days, can be invited.
    const strange = members.find((id) => world.windowOf(id) === 'closed' && world.people.get(id)?.follows !== true)
    if (strange !== undefined) throw new ApiFailure(-213, 'User has not followed OA')
    const id = newId()
    const asset = takeAsset(world, json['asset_id'], id)
    const name = String(json['group_name'])
    world.groups.set(id, { name, asset, members: new Set(members), admins: new Set(), pending: new Set() })
    return { group_id: id, group_link: `https://zalo.me/g/${id}` }
  },

  'GET /v3.0/oa/group/getgroup': (world, { query }) => {
    const { id, group } = groupOf(world, query)
    return told(id, group)
  },
  'GET /v3.0/oa/group/getgroupsofoa': (world) => {
    return { total: world.groups.size, groups: [...world.groups].map(([id, group]) => told(id, group)) }
  },
  'POST /v3.0/oa/group/updateinfo': (world, { json }) => {
    const { group } = groupOf(world, json)
    if (typeof json['group_name'] === 'string') group.name = json['group_name']
    return {}
  },
  'POST /v3.0/oa/group/updateasset': (world, { json }) => {
    const group = world.groups.get(String(json['group_id']))
    if (!group) throw new ApiFailure(-403, 'OA is not in the group')
    group.asset = takeAsset(world, json['asset_id'], String(json['group_id']))
    return {}
  },
  'GET /v3.0/oa/group/listmember': lists('members'),
  'GET /v3.0/oa/group/listpendinginvite': lists('pending'),
  'POST /v3.0/oa/group/invite': moves('member_user_ids', [], ['pending']),
  'POST /v3.0/oa/group/acceptpendinginvite': moves('member_user_ids', ['pending'], ['members']),
  'POST /v3.0/oa/group/rejectpendinginvite': moves('member_user_ids', ['pending'], []),
  'POST /v3.0/oa/group/addadmins': moves('member_user_ids', [], ['admins']),
  'POST /v3.0/oa/group/removeadmins': moves('member_user_ids', ['admins'], []),
  'POST /v3.0/oa/group/removemembers': moves('member_user_ids', ['members', 'admins'], []),
  'POST /v3.0/oa/group/delete': (world, { json }) => {
    world.groups.delete(groupOf(world, json).id)
    return {}
  },
}

/** `[@id]` in a text is the name of whom it means; `[@group]` is everybody. */
export function expanded(world: World, group: string, text: string): string {
  return text.replace(/\[@(\w+)\]/gu, (mark, id: string) => {
    if (id === group) return '@Tất cả'
    const name = world.people.get(id)?.name
    return name === undefined ? mark : `@${name}`
  })
}
