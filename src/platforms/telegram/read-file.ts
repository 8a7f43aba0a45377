import type { Message } from 'grammy/types'
import type { FileRef } from '../../chat.js'

/** The file a message bears. What comes as a video goes as a document: whoever reads it refuses it by its kind. */
export function readFile(message: Message): FileRef | null {
  const { document, photo, voice, audio, video, video_note: note } = message
  if (document) return refOf('document', document, document.file_name, document.mime_type)
  const largest = photo?.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best))
  if (largest) return refOf('photo', largest, undefined, 'image/jpeg')
  if (voice) return refOf('voice', voice, undefined, voice.mime_type ?? 'audio/ogg')
  // Recordings made outside Telegram come as music.
  if (audio) return refOf('voice', audio, audio.file_name, audio.mime_type)
  const moving = video ?? note
  if (moving) return refOf('document', moving, video?.file_name, video?.mime_type ?? 'video/mp4')
  return null
}

const refOf = (
  kind: FileRef['kind'],
  file: { file_id: string; file_size?: number },
  name: string | undefined,
  mime: string | undefined,
): FileRef => ({
  channel: 'telegram',
  id: file.file_id,
  kind,
  name: name ?? null,
  mime: mime ?? null,
  size: file.file_size ?? null,
})
