# Files members send to the system. $limit: the largest size, in MB.
file-secret-text = Your last message bears a stamp of state secrecy, so it was neither accepted nor kept. Please delete that message from this chat; state secrets may only be exchanged as the rules on them say. If you only meant to speak of secrecy in general, please write it as an ordinary sentence, not as a stamp.
file-secret = Your file bears a stamp of state secrecy (in its name, its caption or its text), so it was neither accepted nor kept. Please delete that file from this chat; documents that are state secrets may only be sent as the rules on them say.
file-kind = This file could not be accepted: only DOCX, PDF and TXT (UTF-8) documents, JPG, PNG, WEBP and HEIC pictures, and OGG, MP3, M4A and AAC recordings are, and the ending of the name must fit. Please save it as one of these and send it again.
file-too-large = The file is larger than { $limit } MB, so it could not be accepted. Please make it smaller (compress the pictures in it, or split it) and send it again.
file-expired = The file you sent can no longer be fetched. Please send it again.
file-failed = The file you sent could not be fetched in a whole day of trying. Please send it again; if that does not help, please tell the secretary.
file-what-for = It is not clear what this file is for, so it was not kept. Please send it again with a caption that names the command, for example: /chuyende soan cd1 for a draft, /gopy cd1 for a comment
file-not-here = No file is expected here, so the one you sent was not kept. Please answer in words.
# No words could be read in it (a scan, a recording).
file-illegible = Please note: the words in this file could not be read by the system. You are the one who makes sure that it holds nothing that is a state secret.
