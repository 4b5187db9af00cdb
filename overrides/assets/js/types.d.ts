/**
 * What the scripts of the site hand to one another, and nothing else does: the names below are the
 * only ones that a script may put on, or take from, `window` (tests/site/test_scripts.py). One name
 * a script that gives something to another; one a file of data.
 *
 * Read by `tsc` in `make audit`; nothing of it is published.
 */
interface Window {
  /** The settings of comfort. From head/, to site/ and comfort/. */
  filComfort: Fil.Comfort;
  /** Asks for a script or a sheet of ours, by its address. From site/, which alone reads it. */
  filLoad(address: string): Promise<unknown>;
  /** The search box, and what its answers look like. From site/ and search-list.js. */
  filBox: Fil.Box;
  /** The search engine. From search/, to site/. */
  filSearch: Fil.Search;
  /** The call desk: what its parts share; none without a desk. From phone/, which alone reads it. */
  filDesk: Fil.Desk;
  /** French: its tables from the build, what is done with them. From french/, to whoever writes. */
  filFrench: Fil.French;
  /** A text message as it is sent. From french/, to phone/ and propose/. */
  filMessage: Fil.Message;
  /** A diagnosis: its key, read from the page, and what is said of answers. From diagnosis/. */
  filDiagnosis: Fil.Diagnoses;
  /** A proposal: its text and its form. From propose/, which alone reads it. */
  filPropose: Fil.Propose;
  /** What its form asks for later. From propose-late/. */
  filLate: Fil.Late;
  /** A tutorial, once its page is read. From tutorial/, which alone reads it. */
  filReading: Fil.Reading;
  /** Places of help, near somewhere. From near.js, to places.js and the desk. */
  filNear: Fil.Near;
  /** The letters of a path. From path/, which alone reads it. */
  filPathCode: Fil.PathCode;
  /** The pages of a booklet. From booklet.js, to my-booklet.js. */
  filLivret: Fil.Booklet;

  /** Called by each file of the index, with its name and its value. */
  filShard(name: string, content: unknown): void;
  /** Called by each file of places, with its name and its value. */
  filLieux(name: string, value: unknown): void;
  /** Called by the source of a tutorial, with its reference and its text. */
  filFiche(reference: string, text: string): void;
  /** The mediators' guides and the gestures; once they are there. */
  filGuides?: Fil.Guides;
  /** What a tutorial may say. */
  filDeclaration: Fil.Declaration;
}

/** What a radio group or a box adds to the elements found by the name of a form's control. */
interface Document {
  getElementsByName(name: "color-scheme" | "theme-color"): NodeListOf<Fil.Shade>;
}

declare namespace Fil {
  // The page ------------------------------------------------------------------------------------

  /** Every element that fits, in the order of the page. */
  type All = <E extends Element = HTMLElement>(selector: string, root?: ParentNode) => E[];
  /** The first element that fits. */
  type One = <E extends Element = HTMLElement>(selector: string, root?: ParentNode) => E | null;
  /** The element that the template promises. */
  type Find = <E extends Element = HTMLElement>(selector: string, root?: ParentNode) => E;
  /** A new element. */
  type Make = <K extends keyof HTMLElementTagNameMap>(
    tag: K, className?: string, text?: string | number, parent?: Node | null,
  ) => HTMLElementTagNameMap[K];
  interface Shade extends HTMLMetaElement {
    /** Its content before any choice. */
    was?: string;
  }

  // A path --------------------------------------------------------------------------------------

  interface PathCode {
    /** The letters of a progress: the number of its path, what is done of each step (0, 1, 2). */
    write(path: number, states: number[]): string;
    /** What letters say; `wrong` tells what is the matter with them, empty when nothing is. */
    read(text: string): { path: number; states: number[]; wrong: string };
  }

  // Trust ---------------------------------------------------------------------------------------

  /** What a browser that knows Trusted Types asks before a text becomes more: null refuses. */
  interface TrustPolicy {
    createScriptURL(address: string): string | null;
    createHTML(text: string, type?: string, sink?: string): string | null;
  }
  interface TrustedTypes {
    createPolicy(name: "default", policy: TrustPolicy): unknown;
  }
  interface Trusting extends Window {
    trustedTypes?: TrustedTypes;
  }

  // Places of help ------------------------------------------------------------------------------

  /** Latitude and longitude, in ten-thousandths of a degree. */
  type Point = [number, number];
  /** The least and most latitude, then longitude, of the places of a file, in hundredths. */
  type Bounds = [number, number, number, number];
  /** A name, a number to dial, the services as bits, and a point when it is known. */
  type NearEntry = [string, string, number, number?, number?];
  /** A postal code, a commune, its page, its place there; then its places, or where it is. */
  type NearTown = [string, string, string, string, NearEntry[] | number[], NearEntry[]?];
  interface NearList { exemple: boolean; ici: Bounds[]; cp: string[]; noms: string[] }
  interface NearName { nom: string; cp: string; adresse: string }
  interface NearPlace {
    nom: string; tel: string; commune: string; cp: string; adresse: string;
    /** As the crow flies; null when nobody knows. */
    km: number | null;
  }
  /** `exact`: some are where one asked; `communes`: those whose name may have been meant. */
  interface NearAnswer { lieux: NearPlace[]; communes: NearName[]; exemple: boolean; exact: boolean }
  interface Near {
    /** By a postal code, a commune or a point; `service` is its rank, -1 for any. */
    ask(root: string, query: string | Point, service: number): Promise<NearAnswer>;
    telephone(digits: string): string;
    point(latitude: number, longitude: number): Point;
  }

  // Comfort -------------------------------------------------------------------------------------

  type Setting = "texte" | "lignes" | "contraste" | "lettres" | "espaces" | "regle" | "animations";
  type Settings = Partial<Record<Setting, string>> & { version?: number };
  interface Comfort {
    /** What can be chosen; the first of each is no choice. */
    choices: Record<Setting, string[]>;
    chosen(name: Setting): string;
    read(): void;
    /** Whether the browser keeps it. */
    keep(asked: Settings): boolean;
  }

  // Search --------------------------------------------------------------------------------------

  type Rank = number;
  type Scored = [rank: Rank, score: number];
  /** A document found: what it scores, and the share of the question that it holds, up to 1. */
  type Ranked = [rank: Rank, score: number, share: number];
  type Facet = "publics" | "themes" | "appareils" | "niveaux";
  type Rules = [pattern: string, by: string][];
  interface Manifest {
    forme: number;
    /** Where the shards are, from the manifest. */
    dossier: string;
    textes: number;
    champs: [name: string, boost: number][];
    poidsTerme: number;
    regles: { signes: Rules; jointures: Rules; racines: Rules[]; sons: Rules; vides: string; faibles: string };
    /** Where each shard begins, front-coded. */
    termes: string;
    formes: string;
    /** How many shards are under a hash, and the hashes one after the other. */
    noms: Record<"t" | "f" | "d" | "s", [ensemble: number, empreintes: string]>;
    facettesDe: string;
    facettes: [kind: Kind, publics: string, themes: string, appareils: string, niveau: number][];
  }
  type Helpful = [phrase: string, adresse: string][];
  /** What a result shows: each step with its lines. */
  type Shown = [
    ref: string, numero: string, titre: string, resume: string, minutes: number,
    steps: [step: number, ...lines: string[]][],
  ];
  /** 0: a tutorial; 1: a term; else where the pages of its kind are, and what it is. */
  type Kind = number | [dossier: string, genre: string];
  interface Found {
    kind: "terme" | "tutoriel" | "autre";
    dossier: string;
    /** What it is, in a few words; empty for a tutorial, which has more to say. */
    genre: string;
  }
  type Facets = Record<Facet, string[]> & Found;
  interface Analysis {
    stops: Set<string>;
    weak: Set<string>;
    words(text: string): string[];
    stem(word: string): string;
    sound(word: string): string;
  }
  interface Entry {
    postings: string;
    links: string[];
    /** How rare the term is; and, by field, its documents: both once they are weighed. */
    rarity: number;
    fields: Scored[][] | null;
  }
  type Weighed = Entry & { fields: Scored[][] };
  interface Clause {
    terms: string[];
    boost: number;
    required?: boolean;
    fields?: number[];
  }
  interface Index {
    manifest: Manifest;
    analysis: Analysis;
    facetsOf: number[];
    facets: Facets[];
    entries: Map<string, Entry>;
    forms: Map<number, Form[]>;
    shard(kind: keyof Manifest["noms"], rank: number): Promise<unknown>;
    shown(rank: Rank): Promise<Shown>;
    loadTerms(terms: string[]): Promise<void>;
    entry(term: string): Weighed | null;
    formsFrom(start: string): Promise<Form[]>;
    query(clauses: Clause[]): Scored[];
  }
  /** A word of the question, and what it may mean, each with its weight. */
  interface Group {
    word: string;
    written: string;
    stem: string;
    asked: string[];
    meanings: Map<string, number>;
    known?: boolean;
    told?: boolean;
    empty?: boolean;
    apart?: string[];
  }
  type Form = [form: string, frequency: number];
  /** A shard of forms: the words, each cut of what begins the one before; their frequencies. */
  type Forms = [words: string, frequencies: string];
  interface Alike {
    form: string;
    cost: number;
    frequency: number;
  }
  interface Question {
    rarity: number;
    ways: { weight: number; clauses: Clause[] }[];
  }
  interface Correction {
    de: string;
    en: string;
  }
  interface Understanding {
    groups: Group[];
    corrections: Correction[];
    run(): Promise<void>;
    questions(): Question[];
  }
  interface Options {
    manifeste?: string;
    root?: string;
    prefix?: boolean;
    limit?: number;
    facets?: Partial<Record<Facet, string[]>>;
    /** Whether what is far from the question is answered too. */
    tout?: boolean;
    /** Whether the answer is still waited for; once it is not, it never comes. */
    current?(): boolean;
  }
  interface Result {
    type: Found["kind"];
    genre: string;
    ref: string;
    numero: string;
    titre: string;
    adresse: string;
    extrait: string;
    etape: number;
    publics: string[];
    minutes: number;
    niveau: number;
    telephone: string;
    mots: string[];
    score: number;
  }
  /** What is listed under the box: a result, or what another caller said. */
  type Listed = Pick<Result, "titre" | "adresse" | "mots"> & Partial<Result> & { ancre?: string };
  interface Call {
    phrase: string;
    adresse: string;
  }
  /** A caller's phrase that says what is typed, and the tutorial that answers it. */
  interface Phrase extends Call {
    ref: string;
    numero: string;
    titre: string;
    mots: string[];
  }
  interface Answer {
    requete: string;
    /** How many are answered; how many more were found, and left out: they are far from the question. */
    total: number;
    eloignes: number;
    resultats: Result[];
    ecartes: string[];
    gardes: string[];
    corriges: Correction[];
    proches: Call[];
    facettes: Record<Facet, Record<string, number>>;
  }
  /** The failure to load a file, which says whether the page is of a former publication. */
  interface LoadError extends Error {
    manquant?: string;
    /** What the manifest said of what did not come; one that no longer says it is another. */
    indice?: string;
    perimee?: boolean;
  }
  interface Search {
    load(name: string, address: string): Promise<unknown>;
    Analysis: new (rules: Manifest["regles"]) => Analysis;
    open(options: Options): Promise<Index>;
    alike(index: Index, word: string): Promise<Alike[]>;
    split(index: Index, word: string): Promise<string[] | null>;
    Understanding: new (index: Index, query: string, options: Options) => Understanding;
    rank(ask: (clauses: Clause[]) => Scored[], questions: Question[]): Ranked[];
    /** Those of the documents found that are close to the question; `term` is its very word. */
    close(found: Ranked[], term?: Rank): Ranked[];
    /** What a question means: how much each term counts, and the words that were asked. */
    understood(query: string, options: Options): Promise<{
      index: Index; understanding: Understanding; weights: Map<string, number>; asked: string[];
    }>;
    meant(analysis: Analysis, text: string, asked: string[], weights: Map<string, number>): string[];
    search(query: string, options?: Options): Promise<Answer>;
    phrases(query: string, options?: Options): Promise<Phrase[]>;
  }
  interface Box {
    form: HTMLFormElement;
    input: HTMLInputElement;
    search(query: string, options: Options): Promise<Answer>;
    isLost(error: LoadError): boolean;
    /** The phrases that say it, once the engine is there. */
    phrases(query: string, options: Options): Promise<Phrase[]>;
    /** The path whose letters are typed; null where they are those of none. */
    lettered(query: string): Promise<Listed | null>;
    /** What reads them, once it is there, and the paths that it knows, before it: of each, its number,
        how many steps it has, its title and its address. From letters.js and the build. */
    letters?(typed: string): Listed | null;
    paths?: [number: number, steps: number, titre: string, adresse: string][];
    EVERYONE: string;
    /** Whether whoever searches reads aloud: on the mediators' side. */
    mediator: boolean;
    make: Make;
    address(path: string, step?: number): string;
    mark<E extends Element>(element: E, text: string, words: string[]): E;
    line(result: Pick<Listed, "etape" | "extrait">): string;
    who(keys?: string[]): string;
    quote(words: string[]): string;
    /** Milliseconds to wait for another letter before what is typed is asked. */
    pause(query: string): number;
    explain(answer: Answer): string;
    close(): void;
  }

  // The call ------------------------------------------------------------------------------------

  /** In which calls something holds; empty or absent: in all. */
  interface Conditions {
    appareils?: string[];
    situations?: string[];
  }
  /** Where one goes: a node, `fin`, or `fiche:` and the address and step of another tutorial. */
  interface Lead {
    suite?: string | null;
    adresse?: string;
    etape?: number;
    /** The words of a link that was written. */
    lien?: string;
  }
  interface Reply extends Lead {
    texte: string;
    mots?: string;
    /** The situations that it tells, and the device. */
    retient?: string[];
    appareil?: string;
  }
  type ThingKind = "dire" | "demander" | "preuve" | "geste" | "stop" | "fin";
  interface Thing extends Conditions {
    id: string;
    genre: ThingKind;
    etape: number;
    texte: string;
    autrement?: string;
    suite?: string | null;
    reponses?: Reply[];
    geste?: string;
    nom?: string;
    /** It is at hand during a step, and no part of its thread. */
    secours?: boolean;
    /** What the person said, when it is read for that; and the gesture that is done then. */
    souci?: string;
    puis?: string;
  }
  interface Rescue extends Lead, Conditions {
    etape: number;
    situation: string;
    mots: string;
    autrement?: string;
  }
  interface ToldScreen extends Conditions {
    etape: number;
    titre: string;
    texte: string;
  }
  /** As api/v1/appels/ publishes it, with what the desk shows of it. */
  interface Graph {
    numero: string;
    titre: string;
    depart: string;
    noeuds: Thing[];
    secours?: Rescue[];
    titres?: string[];
    ecrans?: ToldScreen[];
  }
  interface Guides {
    graphes: Record<string, Graph>;
    /** The addresses of the tutorials that they lead to, by number. */
    fiches: Record<string, string>;
    mots: Record<string, Record<string, string>>;
    langues: Record<string, string>;
    reseau?: Structure[];
  }
  /** Somebody to send people to: `comment` is for the mediator, `recap` for the person. */
  interface Structure { nom: string; comment: string; recap: string; themes: string[] }
  /** Where one comes back to: a graph, a node; `u` on the fast track, `l` to follow its reply. */
  interface Place {
    g: string;
    n: string;
    u?: number;
    l?: number;
    /** Before anything was read there. */
    d?: number;
  }
  /** The way to another page. */
  interface Travel {
    numero: string;
    adresse: string;
    etape: number;
  }
  /** Where a call is, and all that it knows: a plain value. */
  interface State {
    /** The graph and its node. */
    g: string;
    n: string;
    /** The words of the answer, said first; the answer itself. */
    m: string;
    r: string;
    /** Whether it is said otherwise; on the fast track; at an end that was written. */
    o: number;
    u: number;
    f: number;
    /** The ways back, the last one first served. */
    p: Place[];
    /** How often each proof was not there. */
    e: Record<string, number>;
    /** The device, the situations, the language of the screen. */
    a: string;
    s: string[];
    l: string;
    v?: Travel;
  }
  /** A tutorial opened during the call. */
  interface Opened {
    numero: string;
    titre: string;
    adresse: string;
    theme: string;
    recap: string;
    papier: string;
    publique: string;
    qr: string;
  }
  interface PhoneCall {
    version: number;
    debut: number;
    notes: string;
    fiches: Opened[];
    etats: State[];
    /** The place that the address holds. */
    ici: string;
    /** The sentences that did not work. */
    marques: { code: string; texte: string }[];
    codes: string[];
    /** Whom the person is sent to, as it is sent. */
    lieux?: string[];
    rdv: string;
    ajout: string;
    /** The message, once it was changed by hand. */
    recap?: string;
    /** When something was last touched, in milliseconds. */
    vu?: number;
  }
  interface Walk {
    but(state: State, changes: Partial<State>): State;
    graph(name: string): Graph | undefined;
    here(state: State): Thing | undefined;
    holds(item: Conditions, state: State): boolean;
    isTutorial(state: State): boolean;
    isAsked(state: State): boolean;
    isPassed(state: State): boolean;
    isStop(within: Graph, rescue: Rescue): boolean;
    settle(state: State): State;
    back(state: State): State;
    onward(state: State): State;
    answer(state: State, rank: number): State;
    common(state: State, rank: number): State;
    rescue(state: State, name: string, rank: number): State;
    visit(state: State, name: string, id?: string): State;
    jump(state: State, address: string, step: number): State;
    urgent(state: State): State;
    base(state: State): Place;
    repairs(state: State): boolean;
  }
  interface Choices {
    texte: string;
    choix: { texte: string; act(): void }[];
  }
  /** What the command box opens. */
  interface Command {
    sort: string;
    name: string;
    folded: string;
    act(): void;
  }
  interface Desk {
    all: All;
    one: One;
    find: Find;
    make: Make;
    press(parent: Element, className: string, key: string, label: string, act: () => void): HTMLButtonElement;
    root: HTMLElement;
    /** What the page tells of its tutorial. */
    told(name: string): string;
    address(path: string, hash?: string): string;
    /** The steps, as the page holds them. */
    sections: HTMLElement[];
    graph: Graph;
    readGraph(): Graph;
    walk: Walk;
    call: PhoneCall;
    now(): State;
    save(): void;
    go(next: State): void;
    change(changes: Partial<State>): void;
    undo(): void;
    start(): void;
    visit(name: string, id?: string): void;
    step(step: number): void;
    end(): void;
    arrive(): void;
    draw(): void;
    drawThing(state: State): void;
    drawSides(state: State): void;
    scrollPast(): void;
    /** Comes later, with the command box. */
    drawRecap?(): void;
    drawFoot(state: State): void;
    answer(rank: number): void;
    back(): void;
    choices(state: State): Choices;
    /** Come later too. */
    card?(name: string, button?: HTMLElement): void;
    closeCard?(): boolean;
    drawChips?(state: State): void;
    command?(): void;
    guided(act: () => void): void;
    isAwaited(): boolean;
    shownOn(device: string): string[];
    deviceName(device: string): string;
    /** A text, for this device and in this situation. */
    say(text: string, state: State): string;
    isMarked?(): boolean;
    markSentence?(): void;
    /** Put whom the person is sent to in what is sent. */
    note(words: string): void;
    describe?(): void;
    finish(): void;
    /** How long a call is kept when nobody touches anything, in milliseconds. */
    LONGEST_REST: number;
  }

  // Read aloud ----------------------------------------------------------------------------------

  /** A sentence, and where it stands: from a character to another of its block. */
  interface Sentence {
    words: string;
    block: Element;
    from: number;
    to: number;
  }

  // French --------------------------------------------------------------------------------------

  type SentenceRule =
    | "end" | "goes_on" | "letter" | "number" | "never_last" | "sometimes_last" | "before_figures"
    | "in_figures" | "word";
  interface FrenchTables {
    text: { spaces: string; accents: string; folded: [from: string, to: string][]; notInAddresses: string };
    sentences: Record<SentenceRule, string> & { lookedBack: number };
    typography: Record<"narrow" | "wide" | "narrowBefore" | "narrowAfter" | "wideBefore", string>;
    message: {
      basic: string;
      extended: string;
      replaced: Record<string, string>;
      single: number;
      joined: number;
    };
  }
  interface French {
    tables: FrenchTables;
    fold(text: string): string;
    slug(text: string): string;
    trim(text: string): string;
    typeset(text: string): string;
    /** The places where the sentences end. */
    ends(text: string): number[];
    /** Whether there is a word to say. */
    isSaid(text: string): boolean;
    sentences(text: string): string[];
  }

  // A tutorial ----------------------------------------------------------------------------------

  interface Reading {
    all: All;
    find: Find;
    /** What this browser keeps under a key; empty: nothing. */
    read(key: string): string;
    write(key: string, value: string): void;
    /** Acts once the page is read down to this place, and before it is shown. */
    once(place: string, act: () => void): void;
  }

  // Messages, booklets --------------------------------------------------------------------------

  interface Message {
    written(text: string): string;
    length(text: string): number;
    segments(text: string): number;
  }
  interface Booklet {
    number(): void;
  }
  /** A tutorial put in one's own booklet. */
  interface Chosen {
    fiche: string;
    numero: string;
    titre: string;
  }

  // A diagnosis ---------------------------------------------------------------------------------

  /** A tutorial to read, and why. */
  interface Advice extends Chosen {
    raison: string;
  }
  /** A tutorial to read, and every reason to: the heaviest first. */
  interface Suggestion extends Chosen {
    raisons: string[];
  }
  /** What an answer adds to each axis, and the tutorials that it advises. */
  interface Answered {
    points: Record<string, number>;
    advice: Advice[];
  }
  interface Diagnosis {
    root: HTMLElement;
    axes: string[];
    /** The answers of each question, in the order of the page. */
    questions: Answered[][];
    always: Advice[];
    recap: string;
    numero: string;
  }
  interface Diagnoses {
    /** How many first steps there are. */
    FIRST: number;
    /** `answers`: the rank from 0 of each, null where none was given. */
    result(diagnosis: Diagnosis, answers: (number | null)[]): { stages: Record<string, number | null>; advice: Suggestion[] };
    /** Words as a sentence. */
    sentence(words: string): string;
    /** What is read aloud of one of the first steps, by its rank; what is written of it on a sheet. */
    told(each: Suggestion, rank: number): string;
    written(each: Suggestion, rank: number): string;
    message(recap: string, advised: Suggestion[], number: string): string;
    /** None on a page without a diagnosis. */
    read?(): Diagnosis;
  }

  // A proposal ----------------------------------------------------------------------------------

  interface Key {
    sens: string;
    requis: boolean;
    maximum?: number;
    /** The least and the most of a list. */
    nombre?: [least: number, most: number];
    cles?: Record<string, Key>;
    /** What the value looks like: a pattern. */
    forme?: string;
  }
  interface Block {
    argument: boolean | null;
    sens: string;
    /** Whether its content is no Markdown; whether it holds other blocks. */
    brut?: boolean;
    contient?: boolean;
    /** The keys that may be written under its first line. */
    options: string[];
  }
  /** The patterns of a file, as the build reads it. */
  type Mark =
    | "enTete" | "cle" | "debut" | "fin" | "option" | "loin" | "presque" | "code" | "codeEnLigne" | "titre" | "balise";
  type Counted = Key & { nombre: [least: number, most: number] };
  type Section = "before" | "steps" | "understanding" | "choosing" | "further";
  interface Declaration {
    cles: Record<string, Key> & { appels: Counted; sources: Counted & { cles: Record<"nom" | "url", Key> } };
    parties: Record<Section, string>;
    blocs: Record<string, Block>;
    marques: Record<Mark, string>;
    publics: Record<string, string>;
    themes: Record<string, string>;
    appareils: Record<string, string>;
    /** What a general word covers; what a device shows of others. */
    couvre: Record<string, string[]>;
    montre: Record<string, string[]>;
    niveaux: Record<string, string>;
    /** The titles of the library of gestures, by name. */
    gestes: Record<string, string>;
    /** The words of the screens; `formes`, once what draws is there. */
    ecrans: {
      cadres: Record<string, string>;
      elements: Record<string, string>;
      feminins: string[];
      listes: string[];
      hauteurs: Record<string, string>;
      cotes: Record<string, string>;
      etats: string[];
      signes: string[];
      /** The outline of each sign, and of an image. */
      formes: Record<string, string>;
      image: string;
    };
    /** How many questions may follow one another under an answer. */
    etages: number;
    /** The next free number, by theme. */
    numeros: Record<string, string>;
    mot: number;
    ligne: number;
    lignes: number;
    fichier: number;
    sms: number;
    signature: string;
  }
  /** What a form holds, by the names of its fields; a list holds forms. */
  type Field = string | boolean | string[] | Values[];
  interface Values {
    [name: string]: Field;
  }
  interface Trouble {
    situation: string;
    texte: string;
    mots: string;
    /** Where it leads, as an answer does. */
    vers: string;
    autrement: string;
    /** The name of this place of the call, to which an answer may lead. */
    nom: string;
  }
  /** What is before the eyes as a step begins, and how to get there. */
  interface Start {
    etat: string;
    texte: string;
    mots: string;
    geste: string;
    autrement: string;
    nom: string;
  }
  /** An answer; `vers` is where it leads: `etape:<cle>`, `fiche:102:theme/slug`, `geste:slug`, `fin`, `lien:[as](written)`. */
  interface WrittenReply {
    reponse: string;
    mots: string;
    vers: string;
    /** The question that follows, one at most. */
    suite: Asked[];
  }
  interface Asked {
    question: string;
    autrement: string;
    reponses: WrittenReply[];
  }
  /** One thing of the call, with the fields of its sort; `reussite` and `mots` are of a proof. */
  interface ThreadPart extends Asked {
    sorte: "dire" | "demander" | "preuve" | "geste" | "texte" | "brut";
    nom: string;
    texte: string;
    appareils: string[];
    reussite: string;
    mots: string;
    vers: string;
    suite: Asked[];
    geste: string;
  }
  /** One thing on a screen; what is said of it depends on `genre`, empty for a text. */
  interface ScreenPart {
    genre: string;
    mots: string;
    libelle: string;
    exemple: string;
    valeur: string;
    cache: boolean;
    de: string;
    objet: string;
    contenu: string;
    icone: string;
    dessous: string;
    repere: string;
    hauteur: string;
    cote: string;
    etat: string;
    but: boolean;
    cible: string;
  }
  interface ScreenBoxes {
    cadre: string;
    barre: string;
    adresse: string;
    onglets: string;
    corps: ScreenPart[];
  }
  /** The same screen on a device: what is empty is as on the others. */
  interface Elsewhere extends ScreenBoxes {
    appareil: string;
  }
  /** A screen, in boxes or in lines (`dessin`), as `maniere` says: « cases », « lignes ». */
  interface ScreenAnswers extends ScreenBoxes {
    legende: string;
    maniere: string;
    dessin: string;
    ailleurs: Elsewhere[];
  }
  /** A thing on a screen, as it is drawn. */
  interface Drawn {
    kind: string;
    words: string[];
    field: { label: string; example: string; value: string; isHidden: boolean } | null;
    mail: { sender: string; subject: string; text: string } | null;
    marker: string;
    height: string;
    side: string;
    state: string;
    isGoal: boolean;
    target: string;
  }
  interface Shape {
    frame: string;
    bar: string;
    address: string;
    tabs: string[];
    zones: { height: string; rows: Drawn[][] }[];
    /** Where to look for what is to be pressed. */
    aimed: string;
    said: string;
    legend: { marker: string; label: string }[];
  }
  /** What is read in the lines of a screen. */
  type Tree = string | Tree[] | { [key: string]: Tree };
  /** A heading, a block or some prose of a body, with the lines that write it. */
  interface BodyNode {
    kind: "title" | "block" | "prose";
    level: number;
    name: string;
    argument: string;
    place: string;
    content: string;
    source: string;
  }
  /** A tutorial, taken up in the form: what has no place there, and the keys that are not taken up. */
  interface TakenUp {
    answers: Answers;
    title: string;
    left: string[];
    dropped: string[];
  }
  /** What the form asks for with its first screen. From propose-late/. */
  interface Late {
    refuse(): never;
    parse(source: string): Tree;
    /** The boxes that say the same; null where there are none. */
    boxes(source: string): (ScreenBoxes & { ailleurs: Elsewhere[] }) | null;
    shape(screen: ScreenBoxes): Shape;
    fieldOf(each: Drawn): { label: string; example: string; value: string; isHidden: boolean };
    draw(place: Element, screen: ScreenAnswers): void;
    /** What is copied elsewhere, as text: on one line, a paragraph a line, or in Markdown. */
    pasted(html: string, kind: "line" | "lines" | "markdown"): string;
    resolved(theme: string, text: string): string;
    proseOf(source: string, kind: Prose, listed?: boolean): string | null;
    nodesOf(lines: string[]): BodyNode[];
    partOf(node: BodyNode, keys: string[]): ThreadPart | null;
    troubleOf(node: BodyNode, keys: string[]): Trouble | null;
    startOf(node: BodyNode): Start | null;
    screenOf(node: BodyNode): ScreenAnswers;
    quizOf(node: BodyNode): QuizAnswers | null;
    nameOf(text: string): string;
    /** What one would have typed for this file; `left` has no place in the form. */
    opened(source: string, reference: string): TakenUp | null;
    /** The plain preview. */
    preview(place: HTMLElement, answers: Answers): void;
  }
  interface PastedRun {
    text: string;
    isBold: boolean;
  }
  interface PastedLine {
    mark: string;
    runs: PastedRun[];
  }
  interface Screens {
    /** Acts once what the form asks for later is there. */
    late(then: () => void, lost?: () => void): void;
    /** Whether it could be drawn. */
    draw(place: Element, screen: ScreenAnswers): boolean;
    refresh(root: HTMLElement): void;
    attend(root: HTMLElement, changed: (isLeft: boolean) => void): void;
  }
  interface StepAnswers {
    /** What names it whatever its rank: answers may lead to it. */
    cle: string;
    titre: string;
    texte: string;
    depart: Start[];
    ecrans: ScreenAnswers[];
    fil: ThreadPart[];
    soucis: Trouble[];
    arrets: Trouble[];
  }
  /** A step of a draft that was kept before the thread. */
  interface OldStep {
    dires?: { texte: string; appareils: string[] }[];
    autrement: string;
    demandes?: Asked[];
  }
  interface QuizAnswers {
    question: string;
    options: { texte: string; juste: boolean }[];
    explication: string;
  }
  /** A new tutorial, as it was typed. */
  interface Answers {
    titre: string;
    resume: string;
    publics: string[];
    theme: string;
    niveau: string;
    appareils: string[];
    appels: { phrase: string }[];
    recap: string;
    sources: { nom: string; url: string }[];
    relu_le: string;
    introduction: string;
    avant: string;
    etapes: StepAnswers[];
    questions: QuizAnswers[];
    raconter: string;
    /** What is said and asked then. */
    comprendre: ThreadPart[];
    choisir: string;
    plusloin: string;
  }
  /** A correction, as it was typed; `origine` is the text that it was made from. */
  interface Correcting {
    texte: string;
    pourquoi: string;
    origine?: string;
  }
  interface Drafts {
    version: number;
    nouvelle: Answers | null;
    corrections: Record<string, Correcting>;
  }
  interface Problem {
    /** The path of its field: `etapes.0.titre`. */
    champ: string;
    probleme: string;
    ligne?: number;
  }
  /** A key of a front matter, as it is found in a file. */
  interface KeyLine {
    name: string;
    rank: number;
    value: string;
    under: string[];
  }
  /** A block that is open: `isFresh` until its content begins. */
  interface OpenBlock {
    name: string;
    slashes: number;
    rank: number;
    isWrong: boolean;
    isFresh: boolean;
  }
  interface Title {
    level: number;
    text: string;
    rank: number;
  }
  /** How prose is read: a name has no bold, what is said has no link. */
  type Prose = "name" | "said" | "prose";
  type Say = (path: string, problem: string) => void;
  type SayLine = (rank: number, code: string, problem: string) => void;
  interface LineProblem {
    ligne: number;
    code: string;
    probleme: string;
  }
  interface Change {
    signe: "-" | "+";
    ligne: number;
    texte: string;
  }
  /** What goes out. */
  interface Finished {
    name: string;
    text: string;
    hub: string;
    filled: boolean;
    subject: string;
    body: string;
  }
  /** What is being written: a new tutorial, or a correction. */
  interface Writing {
    keep(kept: Drafts): void;
    erase(kept: Drafts): void;
    again(): void;
    preview(): void;
    advise(): Problem[];
    check(): Problem[];
    finish(): Finished;
  }
  type Target = (control: HTMLTextAreaElement, problem: Problem) => void;
  interface Blank {
    prepare(root: HTMLElement): void;
    /** `isLeft` tells that a field is left, or a part added or moved: not at each letter. */
    attend(root: HTMLElement, changed: (isLeft: boolean) => void): void;
    read(root: HTMLElement): Values;
    write(root: HTMLElement, values: Values): void;
    tell(root: HTMLElement, summary: HTMLElement, problems: Problem[], target?: Target): void;
    /** Says advice beside its field, in the place of the former one. */
    advise(root: HTMLElement, advice: Problem[]): void;
    make: Make;
  }
  interface Leads {
    read(field: HTMLElement): string;
    write(field: HTMLElement, place: string): void;
    /** Offers the steps as they now are, in every field under `root`. */
    refresh(root: HTMLElement): void;
    changed(field: HTMLElement, control: EventTarget | null, changed: () => void): void;
    /** Offers the tutorials of this number, or whose title has these words; a direct one is chosen by its number. */
    search(field: Element, control: HTMLInputElement, isDirect: boolean, then: (its: Pick<Result, "ref" | "numero" | "titre">) => void): void;
  }
  interface Propose {
    clean(text?: string): string;
    blank(text?: string): boolean;
    kept<T>(list?: T[]): T[];
    latest(): string;
    isAddress(address: string): boolean;
    isDeceptive(address: string): boolean;
    isMisleading(words: string, address: string): boolean;
    checkLinks(lines: string[], offset: number, say: SayLine): void;
    write(answers: Answers): string;
    inline(text: string, kind: Prose): string;
    prose(text: string, kind: Prose, listed?: boolean): string;
    spoken(text: string): string;
    quoted(text: string): string;
    block(name: string, argument: string, content: string, place?: string): string;
    quizText(quiz: QuizAnswers): string;
    partText(part: ThreadPart, places: Record<string, number>): string;
    troubleText(kind: string, each: Trouble, places: Record<string, number>): string;
    addParts(parts: string[], list: ThreadPart[], places: Record<string, number>): void;
    startText(start: Start): string;
    /** The text of a value; null when it is not sure. */
    valueOf(entry: Pick<KeyLine, "value" | "under">): string | null;
    frontOf(text: string): { keys: KeyLine[]; body: string } | null;
    /** Tells what is wrong with some lines of a step. */
    checkPassage(text: string, say: SayLine): void;
    raw(text: string): string;
    screenText(screen: ScreenAnswers): string;
    iconWords(part: ScreenPart): string;
    /** A drawing, and the words under it; `near` is the sign that was meant, where none is known. */
    icon(text: string): { sign: string; label: string; near: string };
    tabs(screen: ScreenBoxes): string[];
    /** The screen on each device, what was left empty filled; the first is for all the others. */
    forms(screen: ScreenAnswers): Elsewhere[];
    checkScreen(screen: ScreenAnswers, at: string, say: Say): void;
    /** A place of the call as a link, empty when one goes on; `ranks` are those of the steps. */
    lead(place: string, ranks: Record<string, number>): string;
    ranks(steps: StepAnswers[], told?: ThreadPart[]): Record<string, number>;
    stepText(step: StepAnswers, ranks: Record<string, number>): string;
    renewed(draft: Answers): Answers;
    each<T>(values: T[], path: string, judge: (value: T, path: string, rank: number) => void): void;
    checkThread(step: StepAnswers, path: string, ranks: Record<string, number>, say: Say): void;
    /** What would trouble a call, and stops nobody. */
    advise(answers: Answers): Problem[];
    number(answers: Answers): string;
    tooLong(text: string, maximum: number): string;
    /** Each fault of the message, by its code. */
    recapFaults(recap: string, itsNumber: string): Record<string, string>;
    dayProblem(day: string): string;
    marks: Record<Mark, RegExp>;
    has(held: object, name: string): boolean;
    checkBody(lines: string[], offset: number, say: SayLine): void;
    check(answers: Answers): Problem[];
    checkFile(text: string): LineProblem[];
    changes(before: string, after: string): Change[];
    message(recap: string, itsNumber: string): string;
    slug(title: string): string;
    today(): string;
    filled(value: unknown): boolean;
    line(text?: string): string;
    lines(text?: string): string[];
    bare(text?: string): string;
    size(text: string): number;
    plural(count: number, word: string): string;
    /** Begins from another tutorial; `begin` tells whether one did. From 28-from.js. */
    attendFrom(page: Element, begin: (answers: Answers) => boolean): {
      load(reference: string, missing: () => void): void;
      lost(): void;
      /** Whether the text that came is that of the tutorial one begins from. */
      takes(reference: string, source: string): boolean;
    };
    /** Makes text of what is pasted under `root`. From 24-paste.js. */
    attendPaste(root: HTMLElement): void;
    /** The screens in the form. From 22-screens.js. */
    screens: Screens;
    /** Where an answer leads: a field of its own. From 21-leads.js. */
    leads: Leads;
    /** The form on the page. From 20-form.js. */
    form: Blank;
  }
}
