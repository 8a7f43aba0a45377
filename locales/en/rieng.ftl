rieng = your own data and settings
    .usage = /rieng: what is stored about you, and your language.
rieng-title = Your own data
rieng-text = Name: { $name }
    Role: { $role }. Party group: { $cell }
    Accounts: { $accounts }
    Comments stored: { $comments }
    Language: { $language }
    Simple mode: { $simple ->
        [yes] on
       *[no] off
    }

    Used for the branch's meetings only. To correct it, or to ask for its removal, please tell the branch secretary.
rieng-account = { $channel }{ $agreed ->
        [yes] {" "}(agreed, version { $version })
       *[no] {" "}(not agreed)
    }
rieng-language = English
rieng-button-language = Tiếng Việt
rieng-button-simple = { $on ->
        [yes] Simple mode off
       *[no] Simple mode
    }
