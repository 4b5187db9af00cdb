"""The body of a new diagnosis, whose blanks explain themselves."""

BODY = """
## 

/// demander | 
- **** : «  » [2 points](axe:)
- **** : «  » [0 point](axe:)
    - [](../tutoriels/) : 
///

/// autrement

///

## Dans tous les cas

- [](../tutoriels/) : 
"""  # noqa: W291  # the blanks are where an author writes
