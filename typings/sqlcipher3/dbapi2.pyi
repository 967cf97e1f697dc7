"""What Clerk uses of sqlcipher3.dbapi2: it is made of the same source as Python's own sqlite3, with a cipher inside."""

from sqlite3 import SQLITE_BUSY as SQLITE_BUSY
from sqlite3 import SQLITE_CORRUPT as SQLITE_CORRUPT
from sqlite3 import SQLITE_DENY as SQLITE_DENY
from sqlite3 import SQLITE_FULL as SQLITE_FULL
from sqlite3 import SQLITE_IOERR as SQLITE_IOERR
from sqlite3 import SQLITE_LOCKED as SQLITE_LOCKED
from sqlite3 import SQLITE_NOTADB as SQLITE_NOTADB
from sqlite3 import SQLITE_OK as SQLITE_OK
from sqlite3 import SQLITE_READONLY as SQLITE_READONLY
from sqlite3 import SQLITE_SAVEPOINT as SQLITE_SAVEPOINT
from sqlite3 import Connection as Connection
from sqlite3 import Cursor as Cursor
from sqlite3 import DatabaseError as DatabaseError
from sqlite3 import Error as Error
from sqlite3 import OperationalError as OperationalError
from sqlite3 import Row as Row
from sqlite3 import connect as connect

sqlite_version: str
sqlite_version_info: tuple[int, int, int]
