import { expect, test } from '@jest/globals'
import { bearsStamp } from '../../../src/domain/secrecy/bears-stamp.js'

const stamped = [
  'TUYET MAT - ke hoach.docx',
  'TUYỆT MẬT - kế hoạch.docx',
  'tuyet_mat_phuong_an.pdf',
  'Phương án tuyệt mật.docx',
  'Kế hoạch (tối mật).pdf',
  'TOI MAT.pdf',
  'ke hoach TOI MAT.doc',
  'KH-TOI-MAT-12.pdf',
  'CV_MAT_12.pdf',
  'CV MẬT 12.pdf',
  'Cong van 15 (MAT).pdf',
  'Cong van 15 (MAT).pdf.zip',
  'Công văn 15 (Mật).pdf',
  'Công văn mật số 3.docx',
  'cong-van-mat-15.pdf',
  'KẾ HOẠCH MẬT.docx',
  'BAO CAO MAT.docx',
  'MẬT.pdf',
  'MẬT.pdf'.normalize('NFD'),
  'MAT.pdf',
  'MẬT - Báo cáo quý I.docx',
  'MAT - Bao cao quy I.docx',
  'MAT_ke_hoach.docx',
  'MẬT Kế hoạch phòng thủ.docx',
  'Mật - kế hoạch phòng thủ.docx',
  '[MẬT] danh sách.xlsx',
  'Bao cao quy I MẬT.docx',
  'CV 15 MAT.pdf',
  '2027-02-03 CV MAT.pdf',
  'TAI LIEU BI MAT NHA NUOC.pdf',
  'M Ậ T.pdf',
]

const ordinary = [
  'mat do dan so.xlsx',
  'MẬT ĐỘ DÂN SỐ.xlsx',
  'MAT_DO_DAN_SO.xlsx',
  'Bảo mật thông tin.pptx',
  'bao_mat.pdf',
  'BAO MAT.pdf',
  'BAO CAO MAT DO DAN SO.docx',
  'bao-cao-mat-do.pdf',
  'Bí mật kinh doanh.docx',
  'Luật Bảo vệ bí mật nhà nước 2025.pdf',
  'luat bao ve bi mat nha nuoc.pdf',
  'Quy định về tài liệu tuyệt mật.docx',
  'Quy chế quản lý tài liệu mật.docx',
  'QUẢN LÝ TÀI LIỆU MẬT.docx',
  'Phân loại mật, tối mật, tuyệt mật.docx',
  'Mật khẩu.txt',
  'MẬT KHẨU WIFI.txt',
  'Mật ong.jpg',
  'mat ong rung.jpg',
  'Nguyễn Văn Mật.pdf',
  'NGUYEN VAN MAT.pdf',
  'NGUYEN_VAN_MAT.pdf',
  'nguyen-van-mat-cv.pdf',
  'LÊ THỊ MẬT.docx',
  'mat.jpg',
  'MAT BANG TANG 2.pdf',
  'MAT_TRAN_TO_QUOC.pdf',
  'THONG BAO MAT DIEN.docx',
  'thong bao mat dien.docx',
  'toi mat dien thoai.jpg',
  'khong mat.png',
  'format.docx',
  'Hướng dẫn đặt mật khẩu.docx',
  'Chuyên đề về công tác bảo mật.docx',
  'Du thao CD1 lan 2.docx',
  'Gắn bó mật thiết với nhân dân.docx',
  'IMG_20270203.jpg',
  '',
]

test.each(stamped)('refused: %s', (name) => {
  expect(bearsStamp({ name })).toBe(true)
})

test.each(ordinary)('passes: %s', (name) => {
  expect(bearsStamp({ name })).toBe(false)
})

test.each(ordinary)('passes with its marks apart: %s', (name) => {
  expect(bearsStamp({ name: name.normalize('NFD') })).toBe(false)
})
