// A length in a unit that older browsers do not know stands below the same property in plain units:
// a browser that cannot read it keeps the plain one, instead of none.
import stylelint from "stylelint";

const ruleName = "foyer/plain-first";
const messages = stylelint.utils.ruleMessages(ruleName, {
  missing: (property) => `Write "${property}" in plain units above, for browsers without this one.`,
});
const NEWER = /\d(cq(w|h|i|b|min|max)|[sld]v(w|h|i|b|min|max))\b/;

export default stylelint.createPlugin(
  ruleName,
  Object.assign(
    () => (root, result) => {
      root.walkDecls((node) => {
        if (!NEWER.test(node.value)) return;
        const before = node.parent.nodes.slice(0, node.parent.index(node));
        if (before.some(({ prop, value }) => prop === node.prop && !NEWER.test(value))) return;
        stylelint.utils.report({ ruleName, result, node, message: messages.missing(node.prop) });
      });
    },
    { ruleName, messages },
  ),
);
