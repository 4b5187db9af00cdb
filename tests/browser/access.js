// What a page must hold for everyone: each function returns what is wrong, as readable lines.
(() => {
  const CONTROLS = 'a[href], button, input, select, textarea, summary';
  const PRESSED = 'button, summary, .fil-button, .fil-door, .fil-chip, .fil-tabs > label,'
    + ' .fil-filter label, .fil-option label, .fil-done, .fil-search input';
  const BORDERED = 'button, input:not([type=radio]):not([type=checkbox]), textarea, .fil-button,'
    + ' .fil-door, .fil-chip, .fil-card, .fil-box, .fil-tabs > label, .fil-filter label';
  const seen = element => element.checkVisibility({visibilityProperty: true});
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);
  const called = element => element.tagName.toLowerCase() + '.' + element.className + ' '
    // A name needs the first words of a whole part only.
    + (element.textContent || element.name || '').trim().slice(0, 4000).replace(/\s+/g, ' ')
      .slice(0, 40);
  const apart = element => element.closest('.fil-hidden, .fil-skip');

  function style(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }
  // A radio button drawn as a tab is seen by its label.
  function drawn(element) {
    const label = element.labels && element.labels[0];
    return label && getComputedStyle(element).opacity === '0' ? label : element;
  }

  // What scrolls alone, and holds nothing to press, is reached by the keyboard too.
  function scrolled(element) {
    const {overflowX, overflowY} = getComputedStyle(element);
    const scrolls = value => value === 'auto' || value === 'scroll';
    return ((scrolls(overflowX) && element.scrollWidth > element.clientWidth)
      || (scrolls(overflowY) && element.scrollHeight > element.clientHeight))
      && ![...element.querySelectorAll(CONTROLS)].some(seen);
  }

  return {
    focusable() {
      const groups = new Set();
      return all(CONTROLS).filter(element => !element.disabled && element.tabIndex >= 0)
        .filter(element => element.type !== 'radio'
          || (!groups.has(element.name) && groups.add(element.name))).length
        + all('body *').filter(element => scrolled(element)
          || (element.matches('[tabindex="0"]') && !element.matches(CONTROLS))).length;
    },
    focused() {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const shape = drawn(element);
      const styles = [element, shape].map(each => getComputedStyle(each));
      const box = [...shape.getClientRects()].find(each => each.width && each.height)
        || shape.getBoundingClientRect();
      const across = [.5, .1, .9];
      const isShown = each => each && (shape.contains(each) || each.contains(shape)
        && !each.matches('html, body, main'));
      return {
        name: called(element),
        visible: styles.some(each => each.boxShadow !== 'none'
          || (each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 2)),
        // The middle is nearly always enough.
        onScreen: across.some(x => across.some(y => isShown(
          document.elementFromPoint(box.x + box.width * x, box.y + box.height * y)))),
        place: [box.x, box.y + scrollY, box.right, box.bottom + scrollY],
        part: [...document.querySelectorAll('header, nav, main, section, aside, footer, form')]
          .filter(each => each.contains(element)).length + ' '
          + called(element.closest('header, nav, main, section, aside, footer, form, body')),
      };
    },
    overflowing() {
      const wide = document.documentElement.scrollWidth;
      if (wide <= innerWidth) return [];
      return [wide + ' px', ...[...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .map(called).slice(0, 5)];
    },
    // An ellipsis is a choice, and what it shortens is written whole elsewhere.
    cut() {
      return all('body *').filter(element => {
        const {overflowX, overflowY, textOverflow, clip} = getComputedStyle(element);
        const hides = value => value === 'hidden' || value === 'clip';
        return clip === 'auto' && !apart(element) && textOverflow !== 'ellipsis'
          && ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1));
      }).map(called);
    },
    spaced() {
      style('* { line-height: 1.5 !important; letter-spacing: .12em !important;'
        + ' word-spacing: .16em !important } p { margin-bottom: 2em !important }');
    },
    enlarged() {
      style('html { font-size: 200% !important }');
    },
    usual() {
      document.adoptedStyleSheets = [];
    },
    small(least) {
      return all(PRESSED).filter(element => !apart(element)).map(drawn).map(element => {
        const {width, height} = element.getBoundingClientRect();
        return [called(element), Math.min(width, height)];
      }).filter(([, size]) => size < least).map(([name, size]) => name + ' ' + size.toFixed(1));
    },
    // With the reader's own colours, only borders and text are left.
    invisible() {
      const ground = getComputedStyle(document.body).backgroundColor;
      const edged = element => {
        const {borderBottomStyle, borderBottomWidth, borderBottomColor} = getComputedStyle(element);
        return borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) > 0
          && borderBottomColor !== ground && !/^rgba.*, 0\)$/.test(borderBottomColor);
      };
      const lost = all(BORDERED).filter(element => !apart(element) && !edged(element)
        && !element.parentElement.closest('.fil-search') && element.tagName !== 'SUMMARY');
      const blank = all('main svg path, header svg path').filter(path => {
        const {fill, stroke} = getComputedStyle(path);
        return [fill, stroke].every(each => each === 'none' || each === ground);
      }).map(path => path.closest('[class]'));
      return [...lost, ...blank].map(called);
    },
    moving() {
      const found = all('*').filter(element => {
        const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element);
        return !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== 'none'
          || scrollBehavior === 'smooth';
      });
      return [...found.map(called), ...document.getAnimations().map(String)];
    },
    // What stays on the screen while the page scrolls must leave room for the page.
    covered() {
      const kept = all('body *').filter(element => {
        const {position} = getComputedStyle(element);
        return position === 'fixed' || (position === 'sticky' && element.offsetHeight > 0
          && element.getBoundingClientRect().top <= 1 && scrollY > 0);
      });
      const height = kept.reduce((sum, element) => {
        const box = element.getBoundingClientRect();
        return sum + Math.max(0, Math.min(innerHeight, box.bottom) - Math.max(0, box.top));
      }, 0);
      return height > innerHeight / 2 ? [height + ' px of ' + innerHeight, ...kept.map(called)] : [];
    },
  };
})()
