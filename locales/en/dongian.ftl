# Simple mode: few large buttons, numbers as answers; and the last message once more.
dongian = simple mode on or off: few buttons, numbers as answers
    .usage = /dongian, or /dongian on, /dongian off
dongian-ask = Simple mode on or off?
dongian-on = Simple mode is on.
    A message has three buttons at most. Choose one, or answer by its number.
    To see the last message again, type: repeat.
    For help, type: help.
dongian-off = Simple mode is off. When you want it back, type /dongian.
nhaclai = the last message once more
    .usage = /nhaclai, or type: repeat
nhaclai-nothing = There is no message to repeat yet.
