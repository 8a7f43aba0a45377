import { command, type SubForm } from '../../src/engine/command.js'
import { exemptWords, mien } from '../thanhvien/mien.js'
import { behind, notUnderstood } from '../trogiup/not-understood.js'
import { giohop, ngayhop, noihop, thoiluong, trungngaynghi } from './meeting-settings.js'
import { captren, diadanh, ten } from './name-settings.js'
import { ngaynghi } from './ngaynghi.js'
import { ngonngu } from './ngonngu.js'
import { baotruoc, giobao, tamdung, truocngaynghi, tudong } from './notice-settings.js'
import { settingForm, type Setting } from './setting.js'
import { yenlang } from './yenlang.js'

/** In the order in which they are shown. */
const settings: readonly Setting[] = [
  ten,
  captren,
  diadanh,
  ngayhop,
  giohop,
  thoiluong,
  noihop,
  trungngaynghi,
  baotruoc,
  giobao,
  truocngaynghi,
  tudong,
  tamdung,
  yenlang,
  ngaynghi,
  ngonngu,
]

const frequent = ['ngayhop', 'giohop', 'noihop', 'ngaynghi', 'mien']

const forms = Object.fromEntries(settings.map((setting): [string, SubForm] => [setting.name, settingForm(setting)]))

/** What a branch may set for itself: all of it on one page, each with the words that change it. */
export default command({
  name: 'caidat',
  also: ['cai dat', 'thiet lap'],
  may: 'secretary',
  where: 'private',
  // Its place is /thanhvien; it is found here too.
  sub: { ...forms, mien: { ...mien, hidden: true } },
  ask: { behind },
  reads: () => false,
  async run(ctx, { behind }) {
    const { t, branch } = ctx
    if (behind !== '') {
      const names = [...settings.map(({ name }) => name), 'mien']
      const known = ['caidat', ...names.map((name) => `caidat ${name}`)]
      ctx.reply({
        text: t('everyday-not-understood', notUnderstood(behind, known)),
        choices: [{ label: t('caidat-back'), does: 'caidat' }],
      })
      return
    }
    const line = (name: string, what: string): string =>
      t('caidat-line', { label: t(`caidat-${name}`), what, command: `/caidat ${name}` })
    ctx.reply({
      title: t('caidat-title', { name: branch.name }),
      text: [
        ...settings.map((setting) => line(setting.name, setting.words(ctx, branch))),
        line('mien', exemptWords(ctx, await ctx.members())),
        '',
        t('caidat-how'),
      ].join('\n'),
      choices: frequent.map((name) => ({ label: t(`caidat-${name}`), does: `caidat ${name}` })),
    })
  },
})
