import { fileFields } from '../world/file-shapes.js'
import type { PersonState, Post, StoredFile } from '../world/state.js'
import type { World } from '../world/world.js'
import type { Place } from './place.js'
import { personDraft, say, wordFields } from './words.js'
import type { Saying } from './words.js'

export interface GivenFile {
  bytes: Uint8Array
  /** Left out where the device gives no name. */
  name?: string
  mime?: string
}

export interface FileSaying extends Saying {
  caption?: string
}

/** The ways in which a person sends files. */
export function createFileSending(world: World, person: PersonState) {
  function keep(kind: StoredFile['kind'], { bytes, name, mime }: GivenFile): StoredFile {
    return world.keep({ kind, bytes, name: name ?? null, mime: mime ?? null })
  }

  function send(place: Place, file: StoredFile, saying: FileSaying, album?: string): Post {
    const spot = place.spotFor(person)
    const draft = personDraft(person, spot, saying)
    const thumbnail = file.kind === 'photo' ? keep('photo', { bytes: file.bytes.subarray(0, 64) }) : null
    const fields = {
      ...draft.fields,
      ...fileFields(file, thumbnail),
      ...wordFields(saying.caption ?? '', saying.entities ?? [], 'caption'),
      ...(album && { media_group_id: album }),
    }
    return say(world, person, spot, { ...draft, fields, files: [file] })
  }

  return {
    sendsDocument: (place: Place, file: GivenFile, saying: FileSaying = {}): Post =>
      send(place, keep('document', file), saying),

    sendsPhoto: (place: Place, bytes: Uint8Array, saying: FileSaying = {}): Post =>
      send(place, keep('photo', { bytes }), saying),

    sendsVoice: (place: Place, bytes: Uint8Array, saying: FileSaying = {}): Post =>
      send(place, keep('voice', { bytes, mime: 'audio/ogg' }), saying),

    /** Documents sent together: separate messages, the caption with the first. */
    sendsAlbum(place: Place, files: GivenFile[], saying: FileSaying = {}): Post[] {
      const album = `1${String(world.serial()).padStart(16, '0')}`
      const { caption, ...rest } = saying
      return files.map((file, index) =>
        send(place, keep('document', file), index === 0 && caption ? { ...rest, caption } : rest, album),
      )
    },
  }
}
