"""What each screen is shown: one Struct for each, made from a Day, without a name, phone or note.

The answers of the doors, the live messages, the schemas of openapi.json and the pages' types
(`ui/views.d.ts`) all come from these.
"""
