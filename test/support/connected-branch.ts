import type { Channel } from '../../src/chat.js'
import { importFile } from '../../src/cli/import/import-file.js'
import type { Desk } from '../cli/desk.js'
import { demoFile } from './demo-file.js'

/** The demo branch in the desk's store, its members (but m09, who has no device) agreed and connected on one real channel. */
export async function connectedBranch(
  desk: Desk,
  { channel, account, group = null }: { channel: Channel; account: (member: string) => string; group?: string | null },
): Promise<void> {
  const roster = demoFile()
  const members = roster.members.map((member) => ({
    ...member,
    accounts: member.id === 'm09' ? [] : [{ channel, id: account(member.id), agreed: true }],
  }))
  const chats = group === null ? [] : [{ channel, id: group }]
  const { config, terminal } = desk
  const file = await desk.write('branch.json', { ...roster, members, chats })
  const code = await importFile({ config, terminal, file })
  if (code !== 0) throw new Error(`the branch was not imported:\n${desk.read()}`)
}
