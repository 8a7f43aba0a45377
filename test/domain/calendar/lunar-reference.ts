import { SearchMoonPhase, SearchSunLongitude } from 'astronomy-engine'
import { addDays, localDate } from '../../../src/domain/calendar/local-time.js'
import type { LunarDate } from '../../../src/domain/calendar/lunar.js'

/**
 * The lunar calendar of whole solar years from an ephemeris and the traditional rules, sharing nothing with the product
 * but the zone: a month begins on the day of the new moon; the one with the winter solstice is the 11th; of thirteen
 * months between two such, the first without a major term (the sun at a multiple of 30°) is the leap month.
 */
export function referenceCalendar(firstYear: number, lastYear: number): Map<string, LunarDate> {
  const moons = newMoonDays(firstYear - 2, lastYear + 2)
  const terms = majorTerms(firstYear - 2, lastYear + 2)
  const holds = (index: number, angle?: number) =>
    terms.some(
      (term) => term.date >= moons[index]! && term.date < moons[index + 1]! && (angle ?? term.angle) === term.angle,
    )
  const elevenths = moons.flatMap((_, index) => (index + 1 < moons.length && holds(index, 270) ? [index] : []))

  const days = new Map<string, LunarDate>()
  elevenths.slice(0, -1).forEach((from, cycle) => {
    const to = elevenths[cycle + 1]!
    const winter = Number(moons[from]!.slice(0, 4))
    let leapAt = -1
    if (to - from === 13) leapAt = Array.from({ length: 13 }, (_, i) => from + i).find((index) => !holds(index))!
    for (let index = from, number = 10; index < to; index++) {
      if (index !== leapAt) number++
      const month = ((number - 1) % 12) + 1
      const year = number > 12 ? winter + 1 : winter
      let day = 1
      for (let date = moons[index]!; date < moons[index + 1]!; date = addDays(date, 1)) {
        const solarYear = Number(date.slice(0, 4))
        if (solarYear >= firstYear && solarYear <= lastYear)
          days.set(date, { day, month, leap: index === leapAt, year })
        day++
      }
    }
  })
  return days
}

function newMoonDays(firstYear: number, lastYear: number): string[] {
  const days: string[] = []
  let from = new Date(Date.UTC(firstYear, 0, 1))
  while (from.getUTCFullYear() <= lastYear) {
    const moon = SearchMoonPhase(0, from, 40)!.date
    days.push(localDate(moon.getTime()))
    from = new Date(moon.getTime() + 20 * 86_400_000)
  }
  return days
}

function majorTerms(firstYear: number, lastYear: number): { date: string; angle: number }[] {
  const terms: { date: string; angle: number }[] = []
  let from = new Date(Date.UTC(firstYear, 0, 1))
  for (let angle = 300; from.getUTCFullYear() <= lastYear; angle = (angle + 30) % 360) {
    const at = SearchSunLongitude(angle, from, 60)!.date
    terms.push({ date: localDate(at.getTime()), angle })
    from = new Date(at.getTime() + 20 * 86_400_000)
  }
  return terms
}
