import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { dateWords } from '../domain/calendar/date-words.js'
import { instant, minute } from '../domain/calendar/local-time.js'
import type { Meeting } from '../domain/meeting/meeting.js'
import type { Locale, T } from '../words.js'

/** What a meeting's calendar file is written from. */
export interface MeetingEvent {
  meeting: Pick<Meeting, '_id' | 'version' | 'kind' | 'month' | 'date' | 'time' | 'minutes' | 'place' | 'state'>
  /** Full name of the chi bộ. */
  branch: string
  /** Agenda, line by line; may be empty. */
  agenda: readonly string[]
  /** When the file is made (ms). */
  now: number
}

/**
 * The meeting for a calendar. Its UID is the meeting's for ever and its SEQUENCE the version, so that a moved meeting moves
 * and a cancelled one goes, wherever the earlier file was opened. Times are in UTC: exact without naming any zone.
 */
export function meetingIcs(t: T, locale: Locale, { meeting, branch, agenda, now }: MeetingEvent): string {
  const cancelled = meeting.state === 'cancelled'
  const start = instant(meeting.date, meeting.time)
  const what =
    meeting.kind === 'regular'
      ? t('documents-meeting', { month: dateWords[locale].month(meeting.month) })
      : t('documents-meeting-extra')
  const calendar = new ICalCalendar({
    prodId: { company: 'chibot', product: 'chibot', language: locale.toUpperCase() },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${meeting._id}@chibot`,
    sequence: meeting.version,
    stamp: new Date(now),
    start: new Date(start),
    end: new Date(start + meeting.minutes * minute),
    summary: cancelled ? t('documents-meeting-cancelled', { what }) : what,
    description: [branch, ...agenda.map((item, index) => `${index + 1}. ${item}`)].join('\n'),
    ...(meeting.place === '' ? {} : { location: meeting.place }),
    status:
      meeting.state === 'planned'
        ? ICalEventStatus.TENTATIVE
        : cancelled
          ? ICalEventStatus.CANCELLED
          : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
