/**
 * What is wrong with how a page looks at this moment, as sentences; an empty list is a page in order.
 * Evaluated in the page by `looks.py`.
 * @param {{ target_px: number, contrast: number, still: boolean, actions: string, ignore: string }} held
 *   target_px: the least side of whatever is touched; contrast: of text to its ground;
 *   still: the page itself never scrolls; actions: a selector of what must be in sight;
 *   ignore: a selector of what is not looked at.
 */
(held) => {
  const TOLERANCE_PX = 1.5;
  const faults = new Set();
  const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const root = document.scrollingElement;

  const said = (element) => {
    const text = (element.getAttribute("aria-label") || element.innerText || "").trim();
    const of = element.className && typeof element.className === "string" ? `.${element.className.trim().replace(/\s+/g, ".")}` : "";
    return `<${element.localName}${of}> “${text.replace(/\s+/g, " ").slice(0, 50)}”`;
  };
  const styles = new Map();
  const style = (element) => {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  };
  const ancestors = function* (element) {
    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) yield at;
  };
  const elements = function* (from) {
    for (const element of from.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* elements(element.shadowRoot);
    }
  };
  const seen = (element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    !element.closest(held.ignore) &&
    ![...ancestors(element)].some((at) => style(at).clipPath === "inset(50%)" || at.inert);
  /** Text for screen readers only is a pixel large. */
  const onlyRead = (element) =>
    [...ancestors(element)].some((at) => at.offsetWidth <= 1 && at.offsetHeight <= 1 && style(at).overflow !== "visible");
  const scrolls = (element, axis) =>
    ["auto", "scroll"].includes(style(element)[`overflow${axis}`]);
  const clips = (element, axis) => style(element)[`overflow${axis}`] !== "visible";

  /** Modal dialogs cover everything else. */
  const modal = [...elements(document)].filter((one) => one.localName === "dialog" && one.matches(":modal")).pop();
  const within = modal ?? document.body;

  if (root.scrollWidth > innerWidth + TOLERANCE_PX) {
    const widest = [...elements(document.body)]
      .filter((one) => seen(one) && (one.getBoundingClientRect().right > innerWidth + TOLERANCE_PX || one.getBoundingClientRect().left < -TOLERANCE_PX))
      .slice(0, 3);
    faults.add(`the page is ${root.scrollWidth} px wide in ${innerWidth}: ${widest.map(said).join(", ")}`);
  }
  if (held.still && root.scrollHeight > innerHeight + TOLERANCE_PX)
    faults.add(`the page is ${root.scrollHeight} px high in ${innerHeight} and must not scroll`);

  /** Lines of text with what they are written in. */
  const lines = [];
  for (const element of elements(within)) {
    if (["script", "style", "title", "option"].includes(element.localName)) continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!own.length || !seen(element) || onlyRead(element)) continue;
    for (const node of own) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue;
        const size = parseFloat(style(element).fontSize);
        const middle = (rect.top + rect.bottom) / 2;
        lines.push({
          element,
          text: node.data.trim(),
          left: rect.left,
          right: rect.right,
          // What is inked, not what the line's height claims.
          top: middle - size * 0.36,
          bottom: middle + size * 0.36,
        });
      }
    }
  }

  const beyond = (inner, outer, axes) =>
    (axes.includes("X") && (inner.left < outer.left - TOLERANCE_PX || inner.right > outer.right + TOLERANCE_PX)) ||
    (axes.includes("Y") && (inner.top < outer.top - TOLERANCE_PX || inner.bottom > outer.bottom + TOLERANCE_PX));
  /** A card, a band, a button: what has a ground or a line of its own. */
  const ground = (element) => {
    const { backgroundColor, backgroundImage, borderTopWidth, borderTopStyle } = style(element);
    return (
      !/rgba\(.*, 0\)|transparent/.test(backgroundColor) || backgroundImage !== "none" ||
      (parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none" && element.localName !== "td")
    );
  };

  const inSight = [];
  for (const line of lines) {
    let shown = true;
    let grounded = false;
    for (const at of ancestors(line.element)) {
      if (at === document.documentElement || at === document.body) break;
      const box = at.getBoundingClientRect();
      const display = style(at).display;
      if (display === "contents" || display === "inline") continue;
      for (const axis of ["X", "Y"]) {
        if (!clips(at, axis) || !beyond(line, box, axis)) continue;
        if (scrolls(at, axis)) {
          if (axis === "X" && !at.matches("[data-scrolls-sideways]")) faults.add(`scrolls sideways: ${said(at)}`);
          shown = false;
        } else if (shown) faults.add(`cut: ${said(line.element)} in ${said(at)}`);
      }
      if (shown && !grounded && ground(at)) {
        grounded = true;
        if (beyond(line, box, "XY")) faults.add(`off its ground: ${said(line.element)} in ${said(at)}`);
      }
      if (style(at).position === "fixed") break;
    }
    if (!shown) continue;
    if (beyond(line, view, "X")) faults.add(`outside the view: ${said(line.element)}`);
    if (held.still && beyond(line, view, "Y")) faults.add(`outside the view: ${said(line.element)}`);
    inSight.push(line);
  }

  inSight.sort((a, b) => a.top - b.top);
  const sideBySide = (a, b) => a.element.contains(b.element) || b.element.contains(a.element);
  for (let i = 0; i < inSight.length; i += 1) {
    const a = inSight[i];
    for (let j = i + 1; j < inSight.length && inSight[j].top < a.bottom - 2; j += 1) {
      const b = inSight[j];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide <= 2 || high <= 2) continue;
      if (a.element === b.element || (sideBySide(a, b) && high < 4)) continue;
      // A line under something that lies over the page, as a sheet does, is covered and not mixed.
      const x = (Math.max(a.left, b.left) + Math.min(a.right, b.right)) / 2;
      const y = (Math.max(a.top, b.top) + Math.min(a.bottom, b.bottom)) / 2;
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
      const stack = document.elementsFromPoint(x, y);
      const over = stack.findIndex((one) => one === a.element || one === b.element || one.contains(a.element) !== one.contains(b.element));
      const upper = stack[over];
      if (upper && ground(upper) && upper.contains(a.element) !== upper.contains(b.element)) continue;
      faults.add(`over other text: ${said(a.element)} and ${said(b.element)}`);
    }
  }

  const rgba = (color) => {
    const found = color.match(/[\d.]+/g)?.map(Number);
    return found && color.startsWith("rgb") ? found : null;
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  for (const { element } of new Map(inSight.map((line) => [line.element, line])).values()) {
    if (element.closest(":disabled, [aria-disabled=true]")) continue;
    let below = null;
    for (const at of ancestors(element)) {
      if (style(at).backgroundImage !== "none") break;
      const color = rgba(style(at).backgroundColor);
      if (color && (color[3] ?? 1) === 1) {
        below = color;
        break;
      }
      if (color && color[3] > 0) break;
    }
    const ink = rgba(style(element).color);
    if (!below || !ink || (ink[3] ?? 1) < 1) continue;
    const [dark, light] = [luminance(below), luminance(ink)].sort((a, b) => a - b);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < held.contrast - 0.05) faults.add(`contrast ${contrast.toFixed(1)}: ${said(element)}`);
  }

  const touched = "button, a[href], input, select, textarea, summary, [role=button], [tabindex='0']";
  for (const element of elements(within)) {
    if (!element.matches(touched) || element.disabled || !seen(element) || onlyRead(element)) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const scroller = [...ancestors(element)].find((at) => at !== element && at !== document.documentElement && at !== document.body && scrolls(at, "Y") && at.scrollHeight > at.clientHeight + TOLERANCE_PX);
    if (held.target_px && Math.min(box.width, box.height) < held.target_px - TOLERANCE_PX && !element.matches("[tabindex='0']:not(button, a)"))
      faults.add(`touched at ${Math.round(box.width)} × ${Math.round(box.height)} px: ${said(element)}`);
    if (beyond(box, view, "X")) faults.add(`outside the view: ${said(element)}`);
    const out = beyond(box, view, "Y") || (scroller && beyond(box, scroller.getBoundingClientRect(), "Y"));
    if (!out) continue;
    if (held.still && !scroller) faults.add(`out of sight: ${said(element)}`);
    else if (held.actions && element.matches(held.actions)) faults.add(`out of sight: ${said(element)}`);
    else if (held.still && scroller && !scroller.closest("[data-scrolls]"))
      faults.add(`out of sight without a sign: ${said(element)}`);
  }
  for (const element of elements(within)) {
    if (!(element.localName === "svg" || element.localName === "img" || element.localName === "canvas") || !seen(element)) continue;
    const box = element.getBoundingClientRect();
    if (beyond(box, view, "X")) faults.add(`a picture outside the view: ${said(element.parentElement)}`);
    if (held.actions && element.closest("[data-must-show]") && beyond(box, view, "XY")) faults.add(`out of sight: the picture of ${said(element.parentElement)}`);
  }
  return [...faults];
};
