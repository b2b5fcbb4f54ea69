/*
 * Keeps what the server painted up to date where the page's own script does not run: on an old
 * phone, or when a part of it was lost on the way. Written for browsers of 2012, and put into the
 * page itself. As soon as the page's own script has painted, there is nothing left to do here.
 */
(function () {
  var EVERY_MS = 10000;

  function renew(answer) {
    var now = document.getElementById("first");
    var next = answer && answer.getElementById("first");
    if (!now || !next) return;
    document.documentElement.setAttribute("data-state", next.getAttribute("data-state"));
    document.body.replaceChild(document.importNode(next, true), now);
  }

  function ask() {
    if (!document.getElementById("first")) return;
    setTimeout(ask, EVERY_MS);
    var request = new XMLHttpRequest();
    request.open("GET", location.pathname + "?first");
    request.responseType = "document";
    request.timeout = 4 * EVERY_MS;
    request.onload = function () {
      if (request.status === 200) renew(request.response);
    };
    request.send();
  }

  setTimeout(ask, EVERY_MS);
})();
