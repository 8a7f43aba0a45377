# Papers the system writes: compiled comments (DOCX, CSV), meetings for a calendar (ICS).
documents-comments-file = Comments { $code } edition { $edition }
documents-meeting-file = Meeting { $date }
documents-party = COMMUNIST PARTY OF VIETNAM
documents-place-date = { $place }, { $day }/{ $month }/{ $year }
documents-date = { $day }/{ $month }/{ $year }

documents-comments-title = COMPILED COMMENTS
documents-comments-subject = on the draft of topic { $code } (edition { $edition })
documents-comments-author = The draft was prepared by comrade { $name }.
documents-comments-counts = Members who have commented: { $answered }/{ $base }; with substance (without chair and author): { $substantive }; agreeing: { $agreed }; entered for others: { $proxies } comments; after the deadline: { $late } comments.
# $untyped: comments
documents-comments-untyped = Comments in photos or recordings still to be typed or confirmed: { $untyped }.
documents-comments-none = There are no comments yet.
documents-comments-earlier = Earlier editions have { $count } comments, which are kept.
documents-comment = Comment { $number } – comrade { $name }
documents-agreed = Agreeing: { $count } members ({ $names }).
documents-compiled-by = COMPILED BY

documents-section-substance = Comments of substance
documents-section-chair = Words of the chair
documents-section-author = Words of the author
documents-section-agreement = Words of agreement

documents-mark-proxy = entered by comrade { $name }
documents-mark-typed = typed from photo or recording by comrade { $name }, confirmed
documents-mark-typing = sent as photo or recording, to be typed
documents-mark-confirming = sent as photo or recording, typed, not yet confirmed
documents-mark-late = after the deadline
documents-mark-changed = changed

documents-column-number = No.
documents-column-name = Full name
documents-column-section = Section
documents-column-text = Comment
documents-column-time = Time
documents-column-marks = Remarks

documents-meeting = Regular branch meeting of { $month }
documents-meeting-extra = Branch meeting
documents-meeting-cancelled = CANCELLED: { $what }
