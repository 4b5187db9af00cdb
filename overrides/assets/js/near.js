// Finds places of help by postal code, by commune or by position, in this browser alone: of the whole
// country, it loads the list of the files (lieux/fichiers/), then the few that answer.
(function () {
  "use strict";
  const MOST = 10;
  const MOST_FILES = 8;
  // Kilometres beyond which a place is not near; where there is no other, three are told, if one can
  // go there at all.
  const NEAR = 60;
  const FARTHEST = 150;
  const LEAST = 3;
  const A_DEGREE = 111.2;
  // Parts of a degree: of a point, and of what a file holds.
  const FINE = 1e4;
  const COARSE = 100;
  /** @type {Map<string, unknown>} */
  const received = new Map();
  window.filLieux = (name, value) => { received.set(name, value); };

  /** @param {string} root @param {string} name @returns {Promise<unknown>} */
  function load(root, name) {
    if (received.has(name)) return Promise.resolve(received.get(name));
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = () => { script.remove(); resolve(received.get(name)); };
      script.onerror = () => { script.remove(); reject(new Error(name)); };
      script.src = root + "lieux/fichiers/" + name + ".js";
      document.head.appendChild(script);
    });
  }
  /** Kilometres between two points. @param {Fil.Point} one @param {Fil.Point} other @param {number} [latitude] */
  function kilometres(one, other, latitude) {
    const north = one[0] - other[0], east = one[1] - other[1];
    const middle = latitude === undefined ? (one[0] + other[0]) / 2 : latitude;
    const shorter = Math.cos(middle / FINE * Math.PI / 180);
    return A_DEGREE * Math.sqrt(north * north + east * east * shorter * shorter) / FINE;
  }
  /** How far a point is, at the least, from what a file holds. @param {Fil.Bounds} box @param {Fil.Point} point */
  function away(box, point) {
    const [south, north, west, east] = box.map(each => each * FINE / COARSE);
    const latitude = Math.min(Math.max(point[0], south), north), longitude = Math.min(Math.max(point[1], west), east);
    // A degree of longitude is worth the least where one is the farthest north: nothing nearer is passed over.
    return kilometres([latitude, longitude], point, Math.max(Math.abs(point[0]), Math.abs(south), Math.abs(north)));
  }
  /** @param {string} root @param {string} page @param {string} anchor */
  function address(root, page, anchor) {
    return root + "lieux/" + page + (location.protocol === "file:" ? "index.html" : "") + "#" + anchor;
  }
  /** @param {string} root @param {Fil.NearTown} town @param {Fil.NearEntry[]} entries @param {number} service @param {Fil.Point | null} point */
  function places(root, town, entries, service, point) {
    return entries.filter(each => service < 0 || Boolean(each[2] & 1 << service)).map(each => {
      const latitude = each[3], longitude = each[4];
      const known = point && latitude !== undefined && longitude !== undefined;
      return {
        nom: each[0], tel: each[1], commune: town[1], cp: town[0], adresse: address(root, town[2], town[3]),
        km: known ? kilometres([latitude, longitude], point) : null
      };
    });
  }
  /** @param {Fil.NearPlace} one @param {Fil.NearPlace} other */
  function nearer(one, other) { return Number(one.km) - Number(other.km); }
  /* The nearest places: files are read from the nearest on, until no other can hold a nearer one. */
  /** @param {string} root @param {Fil.NearList} list @param {Fil.Point} point @param {number} service */
  async function around(root, list, point, service) {
    const files = list.ici.map((box, rank) => ({ name: "ici-" + rank, away: away(box, point) }))
      .sort((one, other) => one.away - other.away).slice(0, MOST_FILES);
    /** @type {Fil.NearPlace[]} */
    let found = [];
    for (const file of files) {
      const last = found[MOST - 1];
      if (file.away > FARTHEST || last && Number(last.km) <= file.away) break;
      for (const town of /** @type {Fil.NearTown[]} */ (await load(root, file.name))) {
        found = found.concat(places(root, town, /** @type {Fil.NearEntry[]} */ (town[4]), service, point));
      }
      found = found.sort(nearer).slice(0, MOST);
    }
    return found.filter((each, rank) => Number(each.km) <= (rank < LEAST ? FARTHEST : NEAR));
  }
  /** @param {Fil.NearTown[]} towns @returns {Fil.Point | null} */
  function middle(towns) {
    const points = towns.map(each => each[4]).filter(each => each.length > 0);
    const sum = points.reduce((one, other) => [Number(one[0]) + Number(other[0]), Number(one[1]) + Number(other[1])], [0, 0]);
    return points.length ? [Number(sum[0]) / points.length, Number(sum[1]) / points.length] : null;
  }
  /** @param {string} root @param {Fil.NearList} list @param {string} postal @param {number} service @returns {Promise<Fil.NearAnswer>} */
  async function byPostal(root, list, postal, service) {
    const file = list.cp.filter(each => postal.indexOf(each) === 0 || each.indexOf(postal) === 0)[0];
    if (!file) return answer(list, [], [], false);
    const every = /** @type {Fil.NearTown[]} */ (await load(root, "cp-" + file));
    const same = every.filter(each => each[0].indexOf(postal) === 0);
    const number = Number((postal + "00000").slice(0, 5));
    const closest = every.slice().sort((one, other) => Math.abs(Number(one[0]) - number) - Math.abs(Number(other[0]) - number));
    const point = middle(same.length ? same : closest.slice(0, 3));
    const near = point ? await around(root, list, point, service) : [];
    const here = near.filter(each => each.cp.indexOf(postal) === 0);
    // Nobody knows where one is within a postal code: no distance is told there.
    here.forEach(each => { each.km = null; });
    for (const town of same) here.push(...places(root, town, town[5] || [], service, null));
    const others = near.filter(each => each.cp.indexOf(postal) !== 0);
    return answer(list, here.concat(others).slice(0, MOST), [], here.length > 0);
  }
  /** @param {Fil.NearList} list @param {Fil.NearPlace[]} found @param {Fil.NearName[]} communes @param {boolean} isExact @returns {Fil.NearAnswer} */
  function answer(list, found, communes, isExact) {
    return { lieux: found, communes: communes, exemple: list.exemple, exact: isExact };
  }
  /* « St Étienne », « saint-etienne »: one. */
  /** @param {string} name */
  function slug(name) {
    return name.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")
      .replace(/(^|-)st(?=-)/g, "$1saint").replace(/(^|-)ste(?=-)/g, "$1sainte");
  }
  /** @param {string} root @param {Fil.NearList} list @param {string} typed @param {number} service @returns {Promise<Fil.NearAnswer>} */
  async function byName(root, list, typed, service) {
    const wanted = slug(typed);
    const files = list.noms.filter(each => wanted.indexOf(each) === 0).sort((one, other) => other.length - one.length).slice(0, 1)
      .concat(list.noms.filter(each => each !== wanted && each.indexOf(wanted) === 0).slice(0, 3));
    /** @type {Fil.NearName[]} */
    let found = [];
    for (const file of wanted ? files : []) {
      const names = /** @type {[string, string, string][]} */ (await load(root, "noms-" + file));
      found = found.concat(names.filter(each => slug(each[0]).indexOf(wanted) === 0).map(each => {
        const way = each[2].split("#");
        return { nom: each[0], cp: each[1], adresse: address(root, way[0], way[1]) };
      }));
    }
    const same = found.filter(each => slug(each.nom) === wanted);
    const one = same.length === 1 ? same[0] : found.length === 1 ? found[0] : null;
    if (!one) return answer(list, [], found.slice(0, MOST), false);
    const near = await byPostal(root, list, one.cp, service);
    return answer(list, near.lieux, found.filter(each => each !== one).slice(0, MOST), near.exact);
  }
  window.filNear = {
    ask: async (root, query, service) => {
      const list = /** @type {Fil.NearList} */ (await load(root, "liste"));
      if (typeof query !== "string") return answer(list, await around(root, list, query, service), [], true);
      const figures = query.replace(/\s/g, "");
      return /^\d{2,5}$/.test(figures) ? byPostal(root, list, figures, service) : byName(root, list, query, service);
    },
    telephone: digits => digits.charAt(0) === "+" ?
      digits.slice(0, 4) + " " + digits.slice(4).replace(/(\d\d)(?=\d)/g, "$1 ") : digits.replace(/(\d\d)(?=\d)/g, "$1 "),
    point: (latitude, longitude) => [latitude * FINE, longitude * FINE]
  };
})();
