batdau = set up a new branch
    .usage = /batdau: seven questions one by one (name, place, superior, day, time, place of meeting, days of notice), a look at all of it, and it is saved.
batdau-ask-name = 1 of 7. The branch's name? For example: Chi bộ Phòng Tổng hợp.
batdau-ask-place = 2 of 7. The place named on documents? For example: Bắc Giang.
batdau-ask-superior = 3 of 7. The committee directly above? For example: Đảng ủy Sở Tư pháp.
batdau-ask-rule = 4 of 7. On which day does the branch meet every month? Choose, or type. For example: day 3; second Wednesday; last Friday; lunar day 3.
batdau-ask-time = 5 of 7. At what time does the branch meet? For example: 14:00.
batdau-ask-where = 6 of 7. Where does the branch usually meet? For example: Phòng họp 2.
batdau-ask-days = 7 of 7. How many days before the meeting does the notice leave (1 to 14)?
# Usual choices: what a button says may be typed as well
batdau-usual-day = day { $day }
batdau-usual-weekday = first Wednesday
batdau-usual-time = { $hour }:{ $minute }
batdau-preview = PLEASE CHECK BEFORE SAVING
# $date: day on which it leaves
batdau-first-notice = The first notice, leaving on { $date }, will be
batdau-summary = Branch: { $name }
    Place: { $place }
    Superior: { $superior }
    Secretary: { $secretary }
    Regular meeting: { $rule }, at { $time }, { $where }
    Notice: { $days } ahead

    If the secretary's name is not right, type after saving: /thanhvien ten and the full name.
batdau-saved = Saved. The meetings of { $name } are planned for twelve months. Next: invite the members, and add the system to the common group (if there is one) and choose “Give this group to the branch” (in a group on Zalo: name the system and write “gắn nhóm”).
batdau-done = The branch is set up. To change it, use /caidat.
batdau-button-members = Invite members
batdau-button-calendar = See the twelve months
# Whoever founds a branch, where the channel names nobody
batdau-founder = Secretary
