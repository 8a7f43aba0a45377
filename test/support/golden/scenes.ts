import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel } from '../../../src/chat.js'
import { instant } from '../../../src/domain/calendar/local-time.js'
import { openClockedService, type ClockedService } from '../clocked-service.js'
import { createFakeClock } from '../fake-clock.js'
import { freePort } from '../service.js'
import type { Hand } from './hand.js'
import { member, openChannel, type GoldenChannel } from './open-channel.js'
import { createTranscript, type Transcript } from './transcript.js'

const CODE = /[2-9A-Z]{4}(?:-?[2-9A-Z]{4}){1,2}(?![\w-])/u
const paragraph =
  'Năm 2026, Phòng tham mưu 418 văn bản, trong đó 50 văn bản (12 %) bị trả lại để sửa; 27 văn bản sai về căn cứ hoặc thể thức, 15 văn bản chưa rõ người thực hiện và thời hạn, 8 văn bản trình chậm.'
/** Longer than any channel but the page takes at once. */
const longDraft = Array.from({ length: 24 }, (_, index) => `${index + 1}. ${paragraph}`)

interface Play {
  transcript: Transcript
  stage: GoldenChannel
  service: ClockedService
}

/** What a member does and reads on that channel, from his first day to his comment on a draft. */
export async function playGolden(channel: Channel, env: Record<string, string>): Promise<string> {
  const clock = createFakeClock(instant('2027-01-26', '09:00'))
  const port = await freePort()
  const stage = await openChannel(channel, clock, port)
  let close: () => Promise<void> = () => Promise.resolve()
  try {
    const service = await openClockedService({ env, port, clock, people: stage.people, surroundings: stage })
    close = () => service.close()
    await service.start()
    const transcript = createTranscript(stage.member, () => service.settled())
    const play = { transcript, stage, service }
    await joins(play, channel)
    await asks(play)
    await hearsOfMeeting(play)
    await comments(play)
    await readsFiles(play)
    return transcript.text()
  } finally {
    await close()
    await stage.stop()
    clock.remove()
  }
}

async function joins({ transcript, stage, service }: Play, channel: Channel): Promise<void> {
  transcript.scene('Vào chi bộ, đồng ý')
  if (channel === 'web') {
    await transcript.says('xin chào')
  } else {
    await done(service, stage.secretary, `/thanhvien ma ${member}`)
    const invitation = (await stage.secretary.reads()).map(({ text }) => CODE.exec(text)?.[0]).findLast(Boolean)!
    await transcript.says(channel === 'telegram' ? `/start ${invitation}` : invitation)
  }
  await transcript.takes('Đồng ý')
}

async function asks({ transcript }: Play): Promise<void> {
  transcript.scene('Trợ giúp')
  await transcript.says('/trogiup')
  transcript.scene('Lời hệ thống chưa hiểu')
  await transcript.says('Mai trời có mưa không nhỉ')
  transcript.scene('Việc chưa được giao')
  await transcript.says('/thanhvien them Trần Thị Lan')
}

async function hearsOfMeeting({ transcript, service }: Play): Promise<void> {
  transcript.scene('Thông báo họp, trả lời')
  await service.liveUntil(instant('2027-01-29', '08:30'))
  await transcript.read()
  await transcript.takes('Dự họp')
}

async function comments({ transcript, stage, service }: Play): Promise<void> {
  transcript.scene('Dự thảo dài')
  await done(service, stage.author, '/chuyende soan cd1')
  for (const at of [0, 12]) await done(service, stage.author, longDraft.slice(at, at + 12).join('\n\n'))
  await taken(service, stage.author, 'Xong')
  await done(service, stage.secretary, '/chuyende gui cd1 17h 02/02/2027')
  await taken(service, stage.secretary, 'Gửi')
  await transcript.read()
  transcript.scene('Nhắc góp ý')
  await service.liveUntil(instant('2027-02-02', '09:30'))
  await transcript.read()
  transcript.scene('Góp ý bằng nhiều tin')
  await transcript.takes('Góp ý')
  await transcript.says('Tôi xin góp ý phần nguyên nhân')
  await transcript.says(
    'chưa nói đến việc phân công không đều, có đồng chí một tháng soạn 60 văn bản, có đồng chí chỉ 10',
  )
  await transcript.says('đề nghị Chi ủy xem lại')
  await transcript.takes('Xong')
  transcript.scene('Nội dung mật không nhận')
  await transcript.says('/gopy cd1 Theo công văn số 15 (MẬT) của Tỉnh ủy thì phải sửa')
}

async function readsFiles({ transcript, stage, service }: Play): Promise<void> {
  if (stage.sendsDraft) {
    transcript.scene('Dự thảo là tệp')
    stage.sendsDraft()
    await received(service, stage.secretary)
    await done(service, stage.secretary, '/chuyende gui cd2 17h 26/02/2027')
    await taken(service, stage.secretary, 'Gửi')
    await transcript.read()
  }
  transcript.scene('Lịch họp để lưu vào điện thoại')
  await transcript.says('/lichhop ics 2027-02')
}

/** Files are fetched and looked into aside. */
async function received(service: ClockedService, hand: Hand): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; await sleep(50)) {
    await service.settled()
    if ((await hand.reads()).some(({ text }) => text.startsWith('Đã nhận tệp'))) return
  }
  throw new Error(`the file did not come in; last: ${JSON.stringify((await hand.reads()).at(-1))}`)
}

async function done(service: ClockedService, hand: Hand, text: string): Promise<void> {
  await hand.says(text)
  await service.settled()
}

async function taken(service: ClockedService, hand: Hand, label: string): Promise<void> {
  await hand.takes(label)
  await service.settled()
}
