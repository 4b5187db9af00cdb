"""Every place of a content where a stranger writes words: files with a blank for each.

``⟦titre⟧`` is a blank in words, ``⟦=titre⟧`` one in quotes of YAML.
"""

from __future__ import annotations

FRONT = """\
---
numero: {number}
titre: ⟦=titre⟧
resume: ⟦=résumé⟧
publics: [voisins]
themes: [photos]
niveau: 1
appareils: [mobile, ordinateur]
appels: [⟦=appel⟧, Autre chose {number}]
recap: ⟦=récapitulatif⟧
urgence: ⟦=urgence⟧
avant: [⟦=avant⟧]
anciennes_adresses: [⟦=ancienne adresse⟧]
sources:
  - nom: ⟦=nom d’une source⟧
    url: https://www.cnil.fr/
  - nom: CNIL
    url: ⟦=adresse d’une source⟧
relu_le: 2024-03-01
teste: [{{appareil: mobile, version: ⟦=version⟧, le: 2024-02-28}}]
---

## Étapes

### Je lis

/// dire
Lisez.
///
"""
PLAIN_FRONT = """\
---
numero: {number}
titre: Je lis {number}
resume: Je lis.
publics: [voisins]
themes: [photos]
niveau: 1
appels: [Je lis {number}, Je regarde {number}]
recap: Je lis.
sources: [{{nom: CNIL, url: "https://www.cnil.fr/"}}]
relu_le: 2024-03-01
---

⟦introduction⟧

## Avant de commencer

⟦préparatifs⟧

## Étapes
"""
STEP = """
### ⟦titre d’une étape⟧

Je lis **⟦mots gras⟧** et *⟦mots penchés⟧* puis `⟦code⟧`. [⟦texte d’un lien⟧](https://www.cnil.fr/)

[lien](⟦adresse d’un lien⟧)

- ⟦élément d’une liste⟧

> ⟦citation⟧

| ⟦titre d’une colonne⟧ | a |
|---|---|
| ⟦case d’un tableau⟧ | b |

/// depart | ⟦départ⟧
Ouvrez la page.
///

/// dire
⟦à dire⟧
///

/// autrement
⟦à dire autrement⟧
///

/// demander | ⟦demande⟧
- **⟦réponse⟧** : « Bien. »
- **Non** : « ⟦après une réponse⟧ »
- **Peut-être** : [suite](⟦adresse d’une réponse⟧)
///

/// preuve | ⟦preuve⟧
- **⟦réussite⟧** : « Bien. »
- **Non** : « ⟦réparation⟧ »
///

/// sinon | ⟦souci⟧
⟦texte d’un souci⟧

« ⟦à dire d’un souci⟧ »
///

/// stop | ⟦arrêt⟧
Je m’arrête.

« ⟦à dire d’un arrêt⟧ »
///

//// appareil | mobile
⟦pour un appareil⟧
////

/// public | voisins
⟦pour un public⟧
///

/// ecran | ⟦légende⟧
cadre: navigateur
barre: ⟦=barre⟧
adresse: ⟦=adresse⟧
onglets: [⟦=onglet⟧]
corps:
  - texte: ⟦=texte dessiné⟧
    repere: 1
    place: haut centre
  - titre: ⟦=titre dessiné⟧
  - bouton: ⟦=bouton⟧
    but: true
  - lien: ⟦=lien dessiné⟧
  - champ: {libelle: ⟦=libellé⟧, exemple: ⟦=exemple⟧, valeur: ⟦=valeur⟧}
  - case: ⟦=case dessinée⟧
  - interrupteur: ⟦=interrupteur⟧
  - liste: [⟦=liste dessinée⟧, a]
  - menu: [⟦=menu⟧, a]
  - onglets: [⟦=onglets dessinés⟧, a]
  - bulle: ⟦=bulle⟧
  - mail: {de: ⟦=expéditeur⟧, objet: ⟦=objet⟧, texte: ⟦=texte d’un mail⟧}
  - alerte: ⟦=alerte⟧
  - notification: ⟦=notification⟧
  - image: ⟦=image⟧
  - barre: ⟦=barre dessinée⟧
///
"""
AFTER = """
## J’ai compris ?

/// question | ⟦question⟧
- [ ] ⟦choix faux⟧
- [x] ⟦choix juste⟧

⟦explication⟧
///

## Pour bien choisir

⟦conseil⟧

## Pour aller plus loin

⟦suite⟧
"""
TERM = """\
---
terme: ⟦=terme⟧
synonymes: [⟦=synonyme⟧]
definition: ⟦=définition⟧
au_telephone:
  tous: ⟦=définition à dire⟧
a_eviter: [⟦=à éviter⟧]
---
"""
GESTURE = """\
---
titre: ⟦=titre d’un geste⟧
preuve: ⟦=preuve d’un geste⟧
appareils: [mobile]
relu_le: 2024-03-01
---

⟦texte d’un geste⟧

/// dire
⟦geste à dire⟧
///

/// preuve | Voyez-vous ?
- **Oui** : « Bien. »
- **Non** : « ⟦geste à refaire⟧ »
///
"""
GUIDE = "---\ntitre: ⟦=titre d’un guide⟧\nresume: ⟦=résumé d’un guide⟧\n---\n\nBonjour.\n"
PASSAGE = """
## ⟦titre d’un passage⟧

⟦passage⟧ et **⟦passage gras⟧**, `⟦code d’un passage⟧`, [⟦texte d’un renvoi⟧](https://www.cnil.fr/).

[renvoi](⟦adresse d’un renvoi⟧) ![image](⟦adresse d’une image⟧) <⟦renvoi nu⟧>

- ⟦élément d’un passage⟧

> ⟦citation d’un passage⟧

| ⟦colonne d’un passage⟧ | a |
|---|---|
| ⟦case d’un passage⟧ | b |

```⟦langage⟧
⟦lignes de code⟧
```
"""
CODE = """\
titre: ⟦=titre d’un constat⟧
pourquoi: ⟦=raison d’un constat⟧
faux: ⟦=exemple faux⟧
juste: ⟦=exemple juste⟧
"""
NUMBER = """\
  - numero: ⟦=numéro⟧
    nom: ⟦=qui répond⟧
    source: ⟦=source d’un numéro⟧
    surtaxe: non
    etat: ouvert
"""
SCREEN_WORD = "  - {fr: ⟦=mot d’écran⟧, en: ⟦=mot anglais⟧}\n"
SAME = "  - [⟦=mot⟧, ⟦=autre mot⟧]\n"
