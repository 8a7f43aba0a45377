import { describe, expect, test } from '@jest/globals'
import { bearsStamp } from '../../../src/domain/secrecy/bears-stamp.js'

/** A page as it comes out of a document. */
const page = (...lines: string[]): string =>
  ['ĐẢNG BỘ CƠ QUAN SÔNG THƯƠNG', ...lines, 'Kính gửi các đồng chí.'].join('\n')

const stamped: [what: string, text: string][] = [
  ['a stamp alone', 'MẬT'],
  ['the second level alone', 'TỐI MẬT'],
  ['the highest level alone', 'TUYỆT MẬT'],
  ['small letters, nothing else', 'tuyệt mật'],
  ['a first capital, nothing else', 'Tối mật'],
  ['letters and marks apart (NFD)', 'TUYỆT MẬT'.normalize('NFD')],
  ['NFD, one word', page('MẬT'.normalize('NFD'))],
  ['without marks', 'TUYET MAT'],
  ['without marks, second level', page('TOI MAT')],
  ['without marks, one word', page('MAT')],
  ['letters with spaces', 'M Ậ T'],
  ['letters with spaces, NFD', 'M Ậ T'.normalize('NFD')],
  ['two words with spaces', page('T Ố I   M Ậ T')],
  ['the highest with spaces', page('T U Y Ệ T  M Ậ T')],
  ['letters with dots', page('M.Ậ.T')],
  ['wide letters', 'ＭẬＴ'],
  ['invisible marks between the letters', 'M\u200BẬ\u200BT'],
  ['round brackets', '(MẬT)'],
  ['square brackets', '[TỐI MẬT]'],
  ['asterisks', '***TUYỆT MẬT***'],
  ['one asterisk, as chats make bold', '*MẬT*'],
  ['stars around it in a page', page('★ MẬT ★')],
  ['dashes around it', page('- MẬT -')],
  ['small letters in brackets', page('(Mật)')],
  ['a frame of signs', page('=====================', '|        MẬT        |', '=====================')],
  ['a full stop', 'TUYỆT MẬT.'],
  ['signs of alarm', 'TUYỆT MẬT!!!'],
  ['its own line in a page', page('TỐI MẬT')],
  ['a first capital at the head of a page', 'Mật\nĐẢNG BỘ CƠ QUAN SÔNG THƯƠNG\nKẾ HOẠCH'],
  ['beside the state title, by tab', 'MẬT\tĐẢNG CỘNG SẢN VIỆT NAM'],
  ['beside the state title, by spaces', 'ĐẢNG BỘ CƠ QUAN          MẬT'],
  ['deep within a long text', `${'Nội dung báo cáo tháng này như sau.\n'.repeat(400)}TỐI MẬT\nTrang 12`],
  ['a field', 'Độ mật: Mật'],
  ['a field of more words', 'Mức độ mật: TỐI MẬT'],
  ['a field in small letters', page('độ mật: tuyệt mật')],
  ['a field without marks', page('Do mat: Toi mat')],
  ['a field with a dash', page('ĐỘ MẬT – TUYỆT MẬT')],
  ['a field of a protected system', page('Mức độ bảo mật: Tối mật')],
  ['a field with more behind it', 'Số: 15-CV/ĐU; Độ mật: Mật; Độ khẩn: Hỏa tốc'],
  ['a field of two cells', page('Độ mật', 'Mật')],
  ['the header of state secrets', 'BÍ MẬT NHÀ NƯỚC'],
  ['the header, first capital', page('Tài liệu bí mật nhà nước')],
  ['the header of papers that hold one', page('TÀI LIỆU CHỨA BÍ MẬT NHÀ NƯỚC')],
  ['the header of a copy', page('BẢN SAO BÍ MẬT NHÀ NƯỚC')],
  ['the header with its level', page('BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT')],
  ['the words on an envelope', page('CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ')],
  ['a secret paper', 'TÀI LIỆU MẬT'],
  ['a secret paper as a caption', 'Tài liệu tối mật'],
  ['a secret letter with its number', page('CÔNG VĂN SỐ 15-CV/ĐU MẬT')],
  ['a secret paper named by its number', 'Tài liệu MẬT số 12'],
  ['the same in capitals', page('TÀI LIỆU MẬT SỐ 12')],
  ['the same of the second level', 'Công văn tối mật số 3'],
  ['after a number, in brackets', 'Công văn 15 (MẬT)'],
  ['after a number, in brackets, without marks', 'Cong van 15 (MAT)'],
  ['small letters in brackets behind a title', 'Kế hoạch phòng thủ năm 2027 (Mật)'],
  ['before a title', 'TUYỆT MẬT – Phương án số 2'],
  ['before a title, colon', 'MẬT: Kế hoạch phòng thủ'],
  ['before a title, brackets', '[MẬT] Kế hoạch phòng thủ'],
  ['before a title, without any sign', 'TUYỆT MẬT Phương án số 2'],
  ['before a title, one word', 'MẬT Kế hoạch phòng thủ'],
  ['behind a title, dash', 'PHƯƠNG ÁN SỐ 2 - TỐI MẬT'],
  ['as a heading of marked text', '## TUYỆT MẬT'],
  ['in the font of before Unicode', page('tuyÖt mËt')],
  ['in the other font of before Unicode', page('TOÁI MAÄT')],
]

const ordinary: [what: string, text: string][] = [
  ['nothing', ''],
  ['a density', 'Mật độ dân số của xã là 1.837 người trên một ki-lô-mét vuông.'],
  ['a density in capitals', 'MẬT ĐỘ DÂN SỐ'],
  ['a density in capitals, with a colon', page('MẬT ĐỘ XÂY DỰNG: 40 %')],
  ['security', 'Chi bộ tăng cường công tác bảo mật.'],
  ['a heading on security', page('CÔNG TÁC BẢO MẬT')],
  ['a heading on security behind a dash', page('CHUYÊN ĐỀ QUÝ II - BẢO MẬT')],
  ['security without marks', page('CONG TAC BAO MAT')],
  ['trade secrets', 'bí mật kinh doanh'],
  ['trade secrets in capitals', page('BÍ MẬT KINH DOANH')],
  ['a secret ballot', page('BỎ PHIẾU BÍ MẬT')],
  ['a password', 'Mật khẩu của phần mềm đã đổi.'],
  ['a password in capitals', 'MẬT KHẨU: 123456'],
  ['a field that asks for a password', 'Độ mật: mật khẩu từ 12 ký tự trở lên'],
  ['close ties', 'Cán bộ phải gắn bó mật thiết với nhân dân.'],
  ['close ties in capitals', page('GẮN BÓ MẬT THIẾT VỚI NHÂN DÂN')],
  ['honey', 'Mật ong rừng'],
  ['honey in capitals', 'MẬT ONG RỪNG NGUYÊN CHẤT'],
  ['honey alone in a chat', 'mật'],
  ['honey alone with a capital', 'Mật'],
  ['confidence', 'Việc cơ mật của gia đình.'],
  ['confidence in capitals', page('VIỆN CƠ MẬT')],
  ['a code', 'Ngành cơ yếu phụ trách mật mã.'],
  ['a code before a colon', page('MẬT MÃ: môn học của lớp')],
  ['a wish not to send secrets', 'Đề nghị các đồng chí không gửi tài liệu mật qua nhóm.'],
  ['the same, in capitals within the sentence', 'Tuyệt đối không gửi tài liệu MẬT qua nhóm.'],
  ['a sentence that names such a paper', 'Đề nghị cho xem lại tài liệu mật số 12 tại phòng lưu trữ.'],
  ['a plan for security by its number', 'Kế hoạch bảo mật số 3'],
  ['a rule that lists the levels', 'Không đưa văn bản Mật, Tối mật, Tuyệt mật lên mạng.'],
  ['a rule that lists them in brackets', 'Văn bản có độ mật (MẬT, TỐI MẬT, TUYỆT MẬT) không gửi qua Zalo.'],
  ['a rule that lists them with dashes', 'KHÔNG GỬI TÀI LIỆU MẬT – TỐI MẬT – TUYỆT MẬT QUA NHÓM'],
  ['the levels, one below the other', 'Có ba độ mật:\nTUYỆT MẬT\nTỐI MẬT\nMẬT'],
  ['the levels as a list', 'Có ba độ mật:\n- Tuyệt mật\n- Tối mật\n- Mật'],
  ['what a level means', '- Tuyệt mật: tin gây nguy hại đặc biệt nghiêm trọng cho lợi ích quốc gia.'],
  ['a stamp that is spoken of, in quotes', 'Văn bản đóng dấu "MẬT" phải gửi bằng đường giao liên.'],
  ['a stamp that is spoken of, in brackets', 'Văn bản đóng dấu (MẬT) phải gửi bằng đường giao liên.'],
  ['a sentence on secret work', 'Đồng chí kể chuyện hoạt động bí mật thời kháng chiến.'],
  ['a law', page('LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC')],
  ['a heading on a law', 'I- CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC'],
  [
    'a sentence on state secrets',
    'Bí mật nhà nước là thông tin có nội dung quan trọng do người có thẩm quyền xác định.',
  ],
  ['an item of an agenda', '3. Phổ biến Luật Bảo vệ bí mật nhà nước'],
  ['a heading on handling papers', page('QUẢN LÝ TÀI LIỆU MẬT')],
  ['a field that says no', 'Độ mật: Không'],
  ['a field that says ordinary', 'Mức độ mật: Thường'],
  ['a field that is still empty', 'Độ mật:\nĐộ khẩn:'],
  ['a form with all the choices', 'Độ mật: ☐ Mật ☐ Tối mật ☐ Tuyệt mật'],
  ['a person', 'Đồng chí Nguyễn Văn Mật vắng có lý do.'],
  ['a person in a list', '5. Lê Thị Mật'],
  ['a person in capitals', page('LÊ THỊ MẬT')],
  ['a person in a row of names', 'Hòa, Mật, Hương, Sơn'],
  ['a person in brackets within a sentence', 'Hai đồng chí (Hòa và Mật) xin vắng.'],
  ['typed without marks: a power cut', 'mat dien tu 14h, de nghi lui gio hop'],
  ['typed without marks: a power cut, capitals', 'THONG BAO MAT DIEN'],
  ['typed without marks: the Front', page('MAT TRAN TO QUOC')],
  ['typed without marks: something lost', 'toi mat dien thoai nen khong nhan duoc tin'],
  ['typed without marks: lost, and nothing else', 'toi mat'],
  ['typed without marks: present', 'Em co mat'],
  ['lost, with marks, alone', 'MẤT'],
  ['a face in brackets', 'Đồng chí Sơn (có mặt)'],
  ['cool drinks', 'GIẢI KHÁT – MÁT'],
  ['the dark, then a density', 'BUỔI TỐI MẬT ĐỘ XE CAO'],
  ['the word within another', 'TOMAT, FORMAT, MATXCƠVA'],
  ['a caramel', 'Mật mía 2 lít'],
  ['a detective', page('MẬT VỤ PHÁP')],
  ['an accord', 'MẬT ƯỚC – bài đọc thêm'],
  ['an urgent stamp that is no secret one', page('HỎA TỐC')],
  ['for internal use', page('LƯU HÀNH NỘI BỘ')],
  ['a comment on a draft', 'Đề nghị bổ sung mục giữ bí mật công tác, nhất là khi dùng Zalo.'],
]

test('both sides have at least sixty cases', () => {
  expect(Math.min(stamped.length, ordinary.length)).toBeGreaterThanOrEqual(60)
})

test.each(stamped)('refused: %s', (_, text) => {
  expect(bearsStamp({ text })).toBe(true)
})

test.each(ordinary)('passes: %s', (_, text) => {
  expect(bearsStamp({ text })).toBe(false)
})

test.each(ordinary)('passes with its marks apart: %s', (_, text) => {
  expect(bearsStamp({ text: text.normalize('NFD') })).toBe(false)
})

test('nothing that could be read bears nothing', () => {
  expect(bearsStamp({ text: null, name: null })).toBe(false)
})

describe('long texts', () => {
  const unit = ['- ', 'MẬT ', 'Ậ', '(MẬT ', ' .', '\t', 'độ mật: ', 'm', ' - ', 'TUYỆT ', '((', 'CÔNG VĂN SỐ 1 ', '\n']
  const size = 6000
  /** Of the processor: what else the machine has to do does not count. */
  const msFor = (text: string): number => {
    const start = process.cpuUsage()
    bearsStamp({ text })
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }

  // What grows with the square takes 256 times as long.
  test.each(unit)('sixteen times the length of %j takes nothing like 256 times as long', (piece) => {
    const once = piece.repeat(Math.ceil(size / piece.length))
    const least = Math.min(...[1, 2, 3].map(() => msFor(once)))
    const long = Math.min(...[1, 2, 3].map(() => msFor(once.repeat(16))))
    expect(long).toBeLessThan(100 * least + 50)
  })
})
