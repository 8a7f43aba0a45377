# Help of the command line, and what is said of a line that was mistyped; the help follows it.
usage-title = Usage:
usage-arguments = Arguments:
usage-options = Options:
usage-commands = Commands:
usage-help = show this help
# $typed: the word concerned
usage-unknown-command = There is no command { $typed }. Choose one of those below.
usage-unknown-option = There is no option { $typed } here. Choose one of those below.
usage-no-argument = { $typed } is missing. Type the line as below.
usage-no-option = The option { $typed } is missing. Type the line as below.
usage-no-value = Something has to follow the option { $typed }. Type the line as below.
usage-too-many = There are too many words. Type the line as below; what holds blanks goes in quotation marks.
