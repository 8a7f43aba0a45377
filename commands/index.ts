import type { Command } from '../src/engine/command.js'
import batdau from './batdau.js'
import caidat from './caidat/index.js'
import chuyende from './chuyende/index.js'
import codu from './codu.js'
import dongian from './dongian.js'
import duhop from './duhop.js'
import gopy from './gopy/index.js'
import huy from './huy.js'
import kenh from './kenh/index.js'
import lichhop from './lichhop/index.js'
import ngonngu from './ngonngu.js'
import nhaclai from './nhaclai.js'
import rieng from './rieng.js'
import thanhvien from './thanhvien/index.js'
import thoisu from './thoisu/index.js'
import thongbao from './thongbao.js'
import { trogiup } from './trogiup.js'
import vangmat from './vangmat.js'

/** Every command, in the order in which the help and the menus show them. */
export const commands: readonly Command[] = [
  lichhop,
  duhop,
  codu,
  vangmat,
  thoisu,
  chuyende,
  gopy,
  thongbao,
  thanhvien,
  caidat,
  batdau,
  ngonngu,
  dongian,
  nhaclai,
  kenh,
  rieng,
  trogiup(() => commands),
  huy,
]
