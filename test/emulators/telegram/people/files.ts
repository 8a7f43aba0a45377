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

  /** Sent together: separate messages under one name, the caption with the first. */
  function sendTogether(place: Place, kind: 'document' | 'photo', files: GivenFile[], saying: FileSaying): Post[] {
    if (files.length < 2 || files.length > 10) throw new Error('An album has 2 to 10 items')
    const album = `1${String(world.serial()).padStart(16, '0')}`
    const { caption, entities, ...rest } = saying
    const words = { ...(caption && { caption }), ...(entities && { entities }) }
    return files.map((file, index) => send(place, keep(kind, file), index === 0 ? { ...rest, ...words } : rest, album))
  }

  return {
    sendsDocument: (place: Place, file: GivenFile, saying: FileSaying = {}): Post =>
      send(place, keep('document', file), saying),

    sendsPhoto: (place: Place, bytes: Uint8Array, saying: FileSaying = {}): Post =>
      send(place, keep('photo', { bytes }), saying),

    sendsVoice: (place: Place, bytes: Uint8Array, saying: FileSaying = {}): Post =>
      send(place, keep('voice', { bytes, mime: 'audio/ogg' }), saying),

    sendsAlbum: (place: Place, files: GivenFile[], saying: FileSaying = {}): Post[] =>
      sendTogether(place, 'document', files, saying),

    sendsPhotoAlbum: (place: Place, photos: Uint8Array[], saying: FileSaying = {}): Post[] =>
      sendTogether(
        place,
        'photo',
        photos.map((bytes) => ({ bytes })),
        saying,
      ),
  }
}
