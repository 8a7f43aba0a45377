# Holidays, and why a day needs a thought. Stands after "is": "03/05/2027 is a day off in lieu".
holiday-new-year = New Year's Day
holiday-tet = Tết
holiday-hung-kings = Hùng Kings' Day
holiday-victory-day = Victory Day, 30/4
holiday-labour-day = Labour Day
holiday-national-day = National Day
holiday-culture-day = Culture Day
# $day: Saturday or Sunday
day-weekend = a { $day }
day-off = a day off
# $name: the holiday
day-off-named = a day off ({ $name })
day-lieu = a day off in lieu
day-lieu-named = a day off in lieu ({ $name })
day-near-tet = very close to Tết
