// What ui/vendor/lit.js exports (tools/vendor.sh), with lit's own types.
export * from "../node_modules/lit/index.js";
export { Directive, PartType, directive } from "../node_modules/lit/directive.js";
export type { PartInfo } from "../node_modules/lit/directive.js";
export { classMap } from "../node_modules/lit/directives/class-map.js";
export { keyed } from "../node_modules/lit/directives/keyed.js";
export { live } from "../node_modules/lit/directives/live.js";
export { createRef, ref } from "../node_modules/lit/directives/ref.js";
export { repeat } from "../node_modules/lit/directives/repeat.js";
