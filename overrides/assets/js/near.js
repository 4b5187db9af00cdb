// Finds places of help by postal code, by commune or by position, in this browser alone: of the whole
// country, it loads the list of the files (lieux/fichiers/), then the one or two that answer.
(function () {
  "use strict";
  const MOST = 10;
  const MOST_FILES = 8;
  // Kilometres beyond which a place is not near; where there is no other, the nearest three are told.
  const NEAR = 60;
  const LEAST = 3;
  const A_DEGREE = 111.2;
  const UNITS = 1e4;
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
  /** Kilometres of a difference, in units, at a latitude. @param {number} north @param {number} east @param {number} latitude */
  function kilometres(north, east, latitude) {
    const shorter = Math.cos(latitude / UNITS * Math.PI / 180);
    return A_DEGREE * Math.sqrt(north * north + east * east * shorter * shorter) / UNITS;
  }
  /** How far a point is from the nearest place that a file may hold. @param {Fil.Box4} box @param {Fil.Point} point */
  function away(box, point) {
    const north = Math.max(box[1] - point[0], 0, point[0] - box[2]);
    const east = Math.max(box[3] - point[1], 0, point[1] - box[4]);
    // The least a degree of longitude is worth on the way: nothing nearer is passed over.
    return kilometres(north, east, Math.max(Math.abs(point[0]), Math.abs(box[1]), Math.abs(box[2])));
  }
  /** @param {string} root @param {Fil.NearCommune} commune @param {Fil.NearEntry} place @param {Fil.Point | null} point @returns {Fil.NearPlace} */
  function told(root, commune, place, point) {
    const latitude = place[3], longitude = place[4];
    const known = point && latitude !== undefined && longitude !== undefined;
    return {
      nom: place[0], tel: place[1], services: place[2], commune: commune[1], cp: commune[0],
      adresse: address(root, commune[2], commune[3]),
      km: known ? kilometres(latitude - point[0], longitude - point[1], (latitude + point[0]) / 2) : null
    };
  }
  /** @param {string} root @param {string} page @param {string} anchor */
  function address(root, page, anchor) {
    return root + "lieux/" + page + (location.protocol === "file:" ? "index.html" : "") + "#" + anchor;
  }
  /** @param {number} services @param {number} wanted */
  function offers(services, wanted) { return wanted < 0 || Boolean(services & 1 << wanted); }
  /** @param {string} root @param {Fil.NearCommune[]} communes @param {number} service @param {Fil.Point | null} point */
  function places(root, communes, service, point) {
    /** @type {Fil.NearPlace[]} */
    const found = [];
    for (const commune of communes) {
      for (const place of commune[4]) if (offers(place[2], service)) found.push(told(root, commune, place, point));
    }
    return found;
  }
  /** @param {Fil.NearPlace} one @param {Fil.NearPlace} other */
  function nearer(one, other) {
    return (one.km === null ? Infinity : one.km) - (other.km === null ? Infinity : other.km) || 0;
  }
  /* The nearest places: files are read from the nearest on, until no other can hold a nearer one. */
  /** @param {string} root @param {Fil.NearList} list @param {Fil.Point} point @param {number} service */
  async function around(root, list, point, service) {
    const files = list.cp.filter(each => each.length > 1)
      .map(each => ({ name: "cp-" + each[0], away: away(each, point) }))
      .sort((one, other) => one.away - other.away).slice(0, MOST_FILES);
    /** @type {Fil.NearPlace[]} */
    let found = [];
    for (const file of files) {
      const last = found[MOST - 1];
      if (last && last.km !== null && last.km <= file.away) break;
      const communes = /** @type {Fil.NearCommune[]} */ (await load(root, file.name));
      found = found.concat(places(root, communes, service, point).filter(each => each.km !== null)).sort(nearer).slice(0, MOST);
    }
    return found;
  }
  /** @param {Fil.NearPlace[]} found @param {number} already */
  function close(found, already) {
    return found.filter((each, rank) => each.km === null || each.km <= NEAR || rank + already < LEAST);
  }
  /** @param {Fil.NearCommune[]} communes @returns {Fil.Point | null} */
  function middle(communes) {
    let latitude = 0, longitude = 0, count = 0;
    for (const commune of communes) {
      for (const place of commune[4]) {
        if (place[3] === undefined || place[4] === undefined) continue;
        latitude += place[3];
        longitude += place[4];
        count += 1;
      }
    }
    return count ? [latitude / count, longitude / count] : null;
  }
  /** @param {string} root @param {Fil.NearList} list @param {string} postal @param {number} service @returns {Promise<Fil.NearAnswer>} */
  async function byPostal(root, list, postal, service) {
    const file = list.cp.filter(each => postal.indexOf(each[0]) === 0 || each[0].indexOf(postal) === 0)[0];
    if (!file) return answer(list, [], [], false);
    const every = /** @type {Fil.NearCommune[]} */ (await load(root, "cp-" + file[0]));
    const same = every.filter(each => each[0].indexOf(postal) === 0);
    const number = Number((postal + "00000").slice(0, 5));
    const closest = every.slice().sort((one, other) => Math.abs(Number(one[0]) - number) - Math.abs(Number(other[0]) - number));
    const point = middle(same.length ? same : closest.slice(0, 3));
    // Nobody knows where one is within a postal code: no distance is told there.
    const here = places(root, same, service, null);
    const known = here.map(each => each.adresse + each.nom);
    const others = point ? await around(root, list, point, service) : places(root, closest, service, null);
    const more = others.filter(each => known.indexOf(each.adresse + each.nom) < 0);
    return answer(list, here.concat(close(more, here.length)).slice(0, MOST), [], here.length > 0);
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
      if (typeof query !== "string") return answer(list, close(await around(root, list, query, service), 0), [], true);
      const figures = query.replace(/\s/g, "");
      return /^\d{2,5}$/.test(figures) ? byPostal(root, list, figures, service) : byName(root, list, query, service);
    },
    telephone: digits => digits.charAt(0) === "+" ?
      digits.slice(0, 4) + " " + digits.slice(4).replace(/(\d\d)(?=\d)/g, "$1 ") : digits.replace(/(\d\d)(?=\d)/g, "$1 "),
    point: (latitude, longitude) => [latitude * UNITS, longitude * UNITS]
  };
})();
