# Members from a CSV file: the preview, and what has to be put right.
roster-summary = The list has { $added } new members, { $changed } changed, { $same } as they are.
roster-added = New: { $name } ({ $key }), { $what }
roster-changed = Changed: { $name } ({ $key }): { $what }
roster-change = { $field }: { $before } → { $after }
roster-nothing = (empty)
roster-unmentioned = In the branch but not in the list, left as they are: { $names }.
roster-ignored = Columns that are neither used nor kept: { $columns }.

roster-field-name = full name
roster-field-roles = role
roster-field-status = status
roster-field-cell = cell
roster-field-official-due = date of becoming official
roster-role-secretary = secretary
roster-role-deputy = deputy
roster-role-committee = committee member
roster-role-minute-taker = minute-taker
roster-role-cell-leader = cell leader
roster-status-official = official
roster-status-probationary = probationary
roster-status-temporary = temporary
roster-status-exempt = exempt
roster-status-moved = moved away

roster-refused = Nothing was written. Places to put right in the list: { $count }
roster-more = … and { $count } more.
roster-line = Line { $line }: { $what }

roster-not-utf8 = The letters of the file cannot be read. Please save it again as CSV UTF-8 (in Excel: Save As, then CSV UTF-8) and send it again.
roster-spreadsheet = This is a spreadsheet, not a CSV file. Please save it as CSV UTF-8 (in Excel: Save As, then CSV UTF-8) and send it again.
roster-too-large = The file is too large: 2000 members and 1 MB at most.
roster-no-heads = There is no column with the head Full name. The first line of the table names its columns, for example: Full name, Role, Cell, Status.
roster-column-twice = Two columns have the head { $column }. Please remove one.
roster-no-members = The table has no members yet.
roster-quote-open = A double quote opens and never closes. Please remove it, or save the file again from Excel.

roster-name-missing = the full name is missing. Please fill it in, or remove this line.
roster-name-unclear = { $typed } is not a full name. Please correct it, or remove this line.
roster-key-unclear = the key { $typed } cannot be used: letters without marks, digits and hyphens, 24 at most; it may be left empty.
roster-role-unknown = the role { $typed } is not known. Name one or more: secretary, deputy, committee member, minute-taker, cell leader; leave it empty for no role in the branch.
roster-status-unknown = the status { $typed } is not known. Name one: official, probationary, temporary, exempt, moved.
roster-date-unclear = the date { $typed } cannot be read. Write day/month/year, for example 12/09/2026.
roster-key-twice = the key { $key } already stands in line { $other }. Each member has a key of their own.
roster-name-twice = { $name } already stands in line { $other }. For two members of one name, give each a key in a column with the head Key.
roster-key-taken = the key { $key } once belonged to another member. Please use a new one, or leave it empty.
roster-other-key = { $name } has the key { $key } in the branch, the file says { $typed }. Please write { $key }, or leave it empty.
roster-several = the branch has several members called { $name } ({ $keys }). Please write the key into a column with the head Key.
roster-no-secretary = The branch has no secretary: in the file and the branch together, exactly one member is. Please look at the roles.
roster-several-secretaries = There are several secretaries: { $names }. Exactly one member is; please look at the roles.
