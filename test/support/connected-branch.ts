import type { Channel } from '../../src/chat.js'
import { importFile } from '../../src/cli/import/import-file.js'
import type { Desk } from '../cli/desk.js'
import { demoFile } from './demo-file.js'

/**
 * The demo branch in the desk's store, its members (but m09, who has no device) agreed and connected on one real channel.
 * `second`: a further account of some.
 */
export async function connectedBranch(
  desk: Desk,
  given: {
    channel: Channel
    account: (member: string) => string
    second?: Record<string, string>
    group?: string | null
  },
): Promise<void> {
  const { channel, account, second = {}, group = null } = given
  const roster = demoFile()
  const accountsOf = (member: string): string[] => [account(member), ...(second[member] ? [second[member]] : [])]
  const members = roster.members.map((member) => ({
    ...member,
    accounts: member.id === 'm09' ? [] : accountsOf(member.id).map((id) => ({ channel, id, agreed: true })),
  }))
  const chats = group === null ? [] : [{ channel, id: group }]
  const { config, terminal } = desk
  const file = await desk.write('branch.json', { ...roster, members, chats })
  const code = await importFile({ config, terminal, file })
  if (code !== 0) throw new Error(`the branch was not imported:\n${desk.read()}`)
}
