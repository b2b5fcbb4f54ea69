# The pages that belong to no screen: the way in, a closed door, a lost address.

door-screens = The screens of this store. A locked one opens with its own sign-in link.
door-locked = locked
door-kiosk = Kiosk
door-kiosk-what = Where customers take a ticket
door-display = TV
door-display-what = Who is called, and how long it takes
door-staff = Staff
door-staff-what = Counters, lines and the next customer
door-manager = Manager
door-manager-what = How the day is going, and the days before
door-all = All screens of { $store }
door-closed = This screen is not signed in yet.
door-closed-how = Open its sign-in link on this device once. The store’s computer shows the links when Foyer starts, with codes for tablets to scan. After that the device stays signed in.
door-closed-again = To see the link once more, type this on the store’s computer:
door-lost = There is nothing at this address.
door-lost-why = Perhaps it was mistyped.
door-no-visit = This link opens no visit.
door-no-visit-why = Perhaps a letter is missing: scan the code on your ticket once more. Your place in line does not depend on this page, and our staff are glad to help.
door-no-appointment = This link opens no appointment.
door-no-appointment-why = Perhaps a letter is missing: open the link you were sent once more. Your appointment does not depend on this page, and our staff are glad to help.
door-entered = This device is signed in.
door-on = Go on
door-without-script = This screen needs JavaScript. Switch it on in this browser’s settings, or use another browser.
