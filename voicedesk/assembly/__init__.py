"""Build the workers and wire them to each other, the same for both front ends.

Nothing heavy is imported here: each worker imports its libraries in its own thread when it starts, so that
a window can be painted before that. What a worker needs is handed to it as a function that makes it there.
"""

from voicedesk.assembly.crew import Crew
from voicedesk.assembly.without_crew import examine, open_costs, open_key_store, open_library

__all__ = ["Crew", "examine", "open_costs", "open_key_store", "open_library"]
